-- The same free times and the same candidates as in V012, found with fewer looks.

-- Ends of meetings and breaks by the hour, whoever has them: what the search for the first times asks.
create index appointment_ends on appointment (organisation_id, upper(during)) include (agent_id)
    where state in ('held', 'booked', 'arrived', 'serving');
create index shift_break_ends on shift_break (organisation_id, upper(during)) include (agent_id);

create function shifts_for(p_organisation uuid, p_mode text, p_point uuid, p_during tstzrange) returns setof shift
    language sql
    stable as
$$
-- Two questions and not one with "or": each has an index of its own, and only one of the two is ever asked.
select *
from shift s
where p_mode = 'in-person'
  and s.organisation_id = p_organisation
  and s.point_id = p_point
  and s.during && p_during
  and p_mode = any (s.modes)
union all
select *
from shift s
where p_mode <> 'in-person'
  and s.organisation_id = p_organisation
  and s.during && p_during
  and p_mode = any (s.modes)
$$;
comment on function shifts_for(uuid, text, uuid, tstzrange) is
    'The shifts in which somebody serves in that mode in that time: in person at that point, otherwise anywhere.';

-- The three that follow ask about one agent, room or time, and are written as values, not as "exists": of those the planner
-- makes joins, and without knowing the answers it joins in orders that take a hundred times as long.
create function agent_suits(p_organisation uuid, p_agent uuid, p_topic uuid, p_language text, p_skills text[]) returns boolean
    language sql
    stable as
$$
select coalesce((select a.left_at is null
                            and (p_language is null or p_language = any (a.languages))
                            and a.skills @> p_skills
                 from agent a
                 where a.organisation_id = p_organisation
                   and a.id = p_agent), false)
           and (p_topic is null or coalesce((select true
                                             from agent_topic t
                                             where t.organisation_id = p_organisation
                                               and t.agent_id = p_agent
                                               and t.topic_id = p_topic), false))
$$;
comment on function agent_suits(uuid, uuid, uuid, text, text[]) is
    'Whether the agent is still here, speaks the language, has all the skills and serves the topic. A null topic or language asks for none in particular.';

create function agent_free(p_organisation uuid, p_agent uuid, p_during tstzrange, p_now timestamptz) returns boolean
    language sql
    stable as
$$
select coalesce((select false
                 from appointment b
                 where b.organisation_id = p_organisation
                   and b.agent_id = p_agent
                   and b.during && p_during
                   and b.state in ('held', 'booked', 'arrived', 'serving')
                   and (b.held_until is null or b.held_until > p_now)
                 limit 1), true)
           and coalesce((select false
                         from shift_break p
                         where p.organisation_id = p_organisation
                           and p.agent_id = p_agent
                           and p.during && p_during
                         limit 1), true)
$$;
comment on function agent_free(uuid, uuid, tstzrange, timestamptz) is
    'Whether the agent has no booking, live hold or break that touches p_during. Nothing is said about shifts.';

create function room_free(p_organisation uuid, p_room uuid, p_during tstzrange, p_now timestamptz) returns boolean
    language sql
    stable as
$$
select coalesce((select false
                 from appointment b
                 where b.organisation_id = p_organisation
                   and b.room_id = p_room
                   and b.during && p_during
                   and b.state in ('held', 'booked', 'arrived', 'serving')
                   and (b.held_until is null or b.held_until > p_now)
                 limit 1), true)
$$;
comment on function room_free(uuid, uuid, tstzrange, timestamptz) is
    'Whether nobody has booked the room or holds it in p_during.';

create or replace function free_agents(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_language text,
                                       p_skills text[], p_features text[], p_during tstzrange, p_now timestamptz)
    returns table
            (
                agent_id uuid,
                room_id  uuid
            )
    language sql
    stable as
$$
with who as materialized (
    select s.agent_id, row_number() over (order by random()) as place
    from shifts_for(p_organisation, p_mode, p_point, p_during) s
    where s.during @> p_during
      and agent_suits(p_organisation, s.agent_id, p_topic, p_language, p_skills)
      and agent_free(p_organisation, s.agent_id, p_during, p_now)),
     -- Once, not for every pair of an agent and a room.
     doors as materialized (
         select point_open(p_organisation, p_point, (lower(p_during) at time zone z.time_zone)::date) @> p_during as open
         from service_point z
         where z.organisation_id = p_organisation
           and z.id = p_point),
     rooms as materialized (
         select r.id, row_number() over (order by random()) as place
         from room r
         where r.organisation_id = p_organisation
           and r.point_id = p_point
           and r.features @> p_features
           and (select open from doors)
           and room_free(p_organisation, r.id, p_during, p_now))
select who.agent_id, rooms.id
from who
         join rooms using (place)
where p_mode = 'in-person'
union all
select who.agent_id, null
from who
where p_mode <> 'in-person'
$$;
comment on function free_agents(uuid, text, uuid, uuid, text, text[], text[], tstzrange, timestamptz) is
    'Who could meet at exactly this time. In person each with a free room of their own, paired by lot: no row when there is no room or nobody, and whoever finds a pair taken meanwhile asks again. Otherwise the room is null. A null topic or language asks for none in particular.';

create function meeting_starts(p_stretch tstzrange, p_minutes integer) returns setof timestamptz
    language sql
    immutable as
$$
select generate_series(
               date_bin('15 minutes', lower(p_stretch) + interval '14 minutes 59.999999 seconds', timestamptz 'epoch'),
               upper(p_stretch) - make_interval(mins => p_minutes),
               make_interval(mins => p_minutes))
$$;
comment on function meeting_starts(tstzrange, integer) is
    'When meetings of p_minutes could begin in a free stretch, one after the other, the first on a quarter of an hour.';

create function free_starts(p_organisation uuid, p_agents uuid[], p_spans tstzmultirange[], p_minutes integer,
                            p_during tstzrange, p_now timestamptz) returns setof timestamptz
    language sql
    stable as
$$
select distinct starts.at
from unnest(p_agents, p_spans) as duty(agent_id, spans)
         cross join lateral unnest(duty.spans * tstzmultirange(p_during)
    - coalesce((select range_agg(b.during)
                from appointment b
                where b.organisation_id = p_organisation
                  and b.agent_id = duty.agent_id
                  and b.during && p_during
                  and b.state in ('held', 'booked', 'arrived', 'serving')
                  and (b.held_until is null or b.held_until > p_now)), '{}'::tstzmultirange)
    - coalesce((select range_agg(p.during)
                from shift_break p
                where p.organisation_id = p_organisation
                  and p.agent_id = duty.agent_id
                  and p.during && p_during), '{}'::tstzmultirange)) as free(stretch)
         cross join lateral meeting_starts(free.stretch, p_minutes) as starts(at)
$$;
comment on function free_starts(uuid, uuid[], tstzmultirange[], integer, tstzrange, timestamptz) is
    'When a meeting within p_during could begin with at least one of these agents, who are on duty in the spans of the same place: less bookings, live holds and breaks. In no order, each once.';

create function any_room_free(p_organisation uuid, p_point uuid, p_features text[], p_during tstzrange,
                              p_now timestamptz) returns boolean
    language sql
    stable as
$$
select coalesce((select true
                 from room r
                 where r.organisation_id = p_organisation
                   and r.point_id = p_point
                   and r.features @> p_features
                   and room_free(p_organisation, r.id, p_during, p_now)
                 limit 1), false)
$$;
comment on function any_room_free(uuid, uuid, text[], tstzrange, timestamptz) is
    'Whether the point has a room with all these features that nobody has booked or holds then.';

create or replace function free_times(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_minutes integer,
                                      p_language text, p_skills text[], p_features text[], p_from timestamptz,
                                      p_until timestamptz, p_zone text, p_now timestamptz, p_most integer)
    returns table
            (
                starts timestamptz,
                ends   timestamptz
            )
    language plpgsql
    stable as
$$
declare
    lasts   constant interval := make_interval(mins => p_minutes);
    missing integer           := p_most;
    day     timestamp;
    today  tstzrange;
    agents  uuid[];
    spans   tstzmultirange[];
    looked  integer;
    upto    integer;
    fresh   timestamptz[];
    seen    timestamptz[];
    free   timestamptz[];
    last    timestamptz;
begin
    -- Timestamps without a zone: a series of dates would come out in the session's zone, and days are p_zone's.
    for day in
        select generate_series(date_trunc('day', p_from at time zone p_zone), p_until at time zone p_zone, interval '1 day')
        loop
            today := tstzrange(greatest(p_from, day at time zone p_zone),
                                least(p_until, (day + interval '1 day') at time zone p_zone));
            continue when isempty(today);

            select array_agg(duty.agent_id order by lower(duty.spans)), array_agg(duty.spans order by lower(duty.spans))
            into agents, spans
            from (select sh.agent_id,
                         tstzmultirange(sh.during * today)
                             * case when p_mode = 'in-person' then (select point_open(p_organisation, p_point, day::date))
                                    else tstzmultirange(today) end as spans
                  from shifts_for(p_organisation, p_mode, p_point, today) sh
                  where agent_suits(p_organisation, sh.agent_id, p_topic, p_language, p_skills)) as duty
            where not isempty(duty.spans);

            free := '{}';
            seen := '{}';
            looked := 0;
            last := null;
            -- Some agents after some others: mostly the first have the first times, and nobody after them a better one.
            while looked < coalesce(cardinality(agents), 0) loop
                upto := case when p_most > 100 then cardinality(agents) else greatest(2 * looked, 24) end;
                select coalesce(array_agg(f.at), '{}')
                into fresh
                from free_starts(p_organisation, agents[looked + 1:upto], spans[looked + 1:upto], p_minutes,
                                 -- Nothing that begins later than what has been found is of use.
                                 today * tstzrange(null, last + lasts), p_now) as f(at)
                where f.at <> all (seen);
                seen := seen || fresh;
                free := array(select one.at
                               from (select f.at
                                     from unnest(free) as f(at)
                                     union all
                                     -- In order, so that rooms are asked for no more times than are missing.
                                     (select n.at
                                      from (select u.at from unnest(fresh) as u(at) order by u.at) as n
                                      where p_mode <> 'in-person'
                                         or any_room_free(p_organisation, p_point, p_features,
                                                          tstzrange(n.at, n.at + lasts), p_now)
                                      limit missing)) as one
                               order by one.at
                               limit missing);
                looked := upto;
                last := free[missing];
                -- Whoever has not been looked at yet could begin at another time only where a stretch of theirs begins.
                exit when last is not null and not exists (
                    select
                    from (select lower(s)
                          from unnest(spans[looked + 1:]) as u(m)
                                   cross join lateral unnest(u.m) as s
                          union
                          select upper(b.during)
                          from appointment b
                          where b.organisation_id = p_organisation
                            and b.agent_id = any (agents[looked + 1:])
                            and upper(b.during) > lower(today)
                            and upper(b.during) < last
                            and b.state in ('held', 'booked', 'arrived', 'serving')
                          union
                          select upper(p.during)
                          from shift_break p
                          where p.organisation_id = p_organisation
                            and p.agent_id = any (agents[looked + 1:])
                            and upper(p.during) > lower(today)
                            and upper(p.during) < last) as stretch(begins)
                             cross join lateral meeting_starts(tstzrange(stretch.begins, last + lasts), p_minutes) as t(at)
                    where stretch.begins < last
                      and t.at < last
                      and t.at <> all (seen));
            end loop;

            return query select f.at, f.at + lasts from unnest(free) as f(at);
            missing := missing - cardinality(free);
            exit when missing <= 0;
        end loop;
end
$$;
comment on function free_times(uuid, text, uuid, uuid, integer, text, text[], text[], timestamptz, timestamptz, text, timestamptz, integer) is
    'The first p_most times of p_minutes between p_from and p_until when at least one suitable agent (and room, in person) is free: shifts and opening hours less breaks, bookings and live holds, cut into slots; in order. Days are days of p_zone. It ends on the day that fills it, and on that day as soon as nobody else could have an earlier time.';
