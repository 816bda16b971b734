-- The same free times as in V018, for less: all who are on duty are asked in one question whether they suit, not each in
-- one of their own (for the first three times at a point with 500 agents that was three quarters of the work); so are
-- rooms; and the plans are made once, not anew for every call.

create function suitable_agents(p_organisation uuid, p_agents uuid[], p_topic uuid, p_language text, p_skills text[])
    returns uuid[]
    language sql
    stable as
$$
select coalesce(array_agg(a.id), '{}')
from agent a
where a.organisation_id = p_organisation
  and a.id = any (p_agents)
  and a.left_at is null
  and (p_language is null or p_language = any (a.languages))
  and a.skills @> p_skills
  -- As a value, not as "exists", of which the planner would make a join with everybody's topics.
  and (p_topic is null or coalesce((select true
                                    from agent_topic t
                                    where t.organisation_id = p_organisation
                                      and t.agent_id = a.id
                                      and t.topic_id = p_topic), false))
$$;
comment on function suitable_agents(uuid, uuid[], uuid, text, text[]) is
    'Those of the agents who are still here, speak the language, have all the skills and serve the topic; in no order. A null topic or language asks for none in particular. For one agent see agent_suits.';

create or replace function any_room_free(p_organisation uuid, p_point uuid, p_features text[], p_during tstzrange,
                                         p_now timestamptz) returns boolean
    language sql
    stable as
$$
select coalesce((select true
                 from room r
                 where r.organisation_id = p_organisation
                   and r.point_id = p_point
                   and r.features @> p_features
                   -- What room_free says, without the price of a call for each room.
                   and coalesce((select false
                                 from appointment b
                                 where b.organisation_id = p_organisation
                                   and b.room_id = r.id
                                   and b.during && p_during
                                   and b.state in ('held', 'booked', 'arrived', 'serving')
                                   and (b.held_until is null or b.held_until > p_now)
                                 limit 1), true)
                 limit 1), false)
$$;

create or replace function free_times(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_minutes integer,
                                      p_language text, p_skills text[], p_features text[], p_from timestamptz,
                                      p_until timestamptz, p_zone text, p_now timestamptz, p_most integer)
    returns table
            (
                starts timestamptz,
                ends   timestamptz
            )
    language plpgsql
    stable
    -- A plan for any values does well here, and making one for each call's own took as long as all the rest.
    set plan_cache_mode = force_generic_plan as
$$
declare
    lasts   constant interval := make_interval(mins => p_minutes);
    missing integer           := p_most;
    day     timestamp;
    today  tstzrange;
    agents  uuid[];
    others  uuid[];
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

            with duty as materialized (
                select sh.agent_id,
                       tstzmultirange(sh.during * today)
                           * case when p_mode = 'in-person' then (select point_open(p_organisation, p_point, day::date))
                                  else tstzmultirange(today) end as spans
                from shifts_for(p_organisation, p_mode, p_point, today) sh),
                 suitable as materialized (
                     select unnest(suitable_agents(p_organisation, array(select d.agent_id from duty d), p_topic,
                                                   p_language, p_skills)) as agent_id)
            select array_agg(one.agent_id), array_agg(one.spans)
            into agents, spans
            from (select d.agent_id, d.spans
                  from duty d
                  where not isempty(d.spans)
                    and coalesce(d.agent_id in (select s.agent_id from suitable s), false)
                  order by lower(d.spans)) as one;

            free := '{}';
            seen := '{}';
            looked := 0;
            last := null;
            -- Some agents after some others: mostly the first have the first times, and nobody after them a better one.
            while looked < coalesce(cardinality(agents), 0) loop
                upto := greatest(2 * looked, 48);
                -- To ask whether the last few could do better costs more than to look at them.
                if p_most > 100 or cardinality(agents) - upto < 48 then
                    upto := cardinality(agents);
                end if;
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
                exit when looked >= cardinality(agents);
                others := agents[looked + 1:];
                exit when last is not null and not exists (
                    select
                    from (select lower(s)
                          from unnest(spans[looked + 1:]) as u(m)
                                   cross join lateral unnest(u.m) as s
                          union
                          select upper(b.during)
                          from appointment b
                          where b.organisation_id = p_organisation
                            and coalesce(b.agent_id in (select unnest(others)), false)
                            and upper(b.during) > lower(today)
                            and upper(b.during) < last
                            and b.state in ('held', 'booked', 'arrived', 'serving')
                          union
                          select upper(p.during)
                          from shift_break p
                          where p.organisation_id = p_organisation
                            and coalesce(p.agent_id in (select unnest(others)), false)
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
