-- Breaks that are kept, and whether an agent can be sent somebody just now.

alter table shift
    add constraint shift_as_breaks_see_it unique (organisation_id, id, agent_id, during);

create table shift_break
(
    organisation_id uuid      not null,
    id              uuid      not null,
    shift_id        uuid      not null,
    agent_id        uuid      not null,
    shift_during    tstzrange not null,
    during          tstzrange not null check (not isempty(during)),
    planned         boolean   not null,
    primary key (organisation_id, id),
    constraint shift_break_of_shift
        foreign key (organisation_id, shift_id, agent_id, shift_during)
            references shift (organisation_id, id, agent_id, during) on update cascade on delete cascade,
    constraint shift_break_within_shift check (shift_during @> during),
    constraint shift_break_one_at_a_time
        exclude using gist (organisation_id with =, agent_id with =, during with &&)
);
comment on table shift_break is
    'A protected break within a shift: nobody is sent to the agent in it, and no appointment is given. Who comes back early shortens it.';
comment on column shift_break.shift_during is
    'The shift''s own time, kept equal by the foreign key, so that the check can see it.';
comment on column shift_break.planned is 'Set by the roster; false when the agent took it on the spot.';

-- A break and an appointment of one agent lie in two tables, which no constraint sees together. Both sides take the
-- agent's row before they look: a break for itself alone, appointments beside each other (as their foreign key does
-- anyway). So the one that comes second sees the first.
create function keep_break_clear() returns trigger
    language plpgsql as
$$
begin
    perform from agent where organisation_id = new.organisation_id and id = new.agent_id for update;
    if exists (select
               from appointment b
               where b.organisation_id = new.organisation_id
                 and b.agent_id = new.agent_id
                 and b.during && new.during
                 and b.state in ('held', 'booked', 'arrived', 'serving')) then
        if tg_op = 'INSERT' then
            return null;
        end if;
        raise exception 'An appointment lies in the break' using errcode = 'exclusion_violation';
    end if;
    return new;
end
$$;
comment on function keep_break_clear() is
    'Trigger of shift_break: a break over an appointment is not made (as with on conflict do nothing, no row), and one cannot be moved over it (exclusion_violation).';
create trigger shift_break_clear
    before insert or update of agent_id, during
    on shift_break
    for each row
execute function keep_break_clear();

create function keep_out_of_breaks() returns trigger
    language plpgsql as
$$
begin
    perform from agent where organisation_id = new.organisation_id and id = new.agent_id for key share;
    if exists (select
               from shift_break p
               where p.organisation_id = new.organisation_id
                 and p.agent_id = new.agent_id
                 and p.during && new.during) then
        if tg_op = 'INSERT' then
            return null;
        end if;
        raise exception 'A break lies in the appointment' using errcode = 'exclusion_violation';
    end if;
    return new;
end
$$;
comment on function keep_out_of_breaks() is
    'Trigger of appointment: one within a break of its agent is not made (as with on conflict do nothing, no row), and none can be moved into one (exclusion_violation).';
create trigger appointment_out_of_breaks
    before insert or update of agent_id, during
    on appointment
    for each row
execute function keep_out_of_breaks();

create function next_appointment(p_organisation uuid, p_agent uuid, p_during tstzrange) returns timestamptz
    language sql
    stable as
$$
select min(lower(b.during))
from appointment b
where b.organisation_id = p_organisation
  and b.agent_id = p_agent
  and b.during && p_during
  and b.state in ('held', 'booked', 'arrived', 'serving')
$$;
comment on function next_appointment(uuid, uuid, tstzrange) is
    'When the first appointment begins that reaches into p_during; null when nothing does.';

create table agent_state_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into agent_state_transition
values ('start', 'available', 'come'),
       ('available', 'wrap_up', 'end an encounter'),
       ('wrap_up', 'available', 'be ready'),
       ('available', 'away', 'go away'),
       ('wrap_up', 'away', 'go away'),
       ('away', 'available', 'come back');

create table agent_state
(
    organisation_id uuid        not null,
    agent_id        uuid        not null,
    state           text        not null,
    since           timestamptz not null,
    until           timestamptz,
    primary key (organisation_id, agent_id),
    foreign key (organisation_id, agent_id) references agent,
    check ((state = 'wrap_up') = (until is not null)),
    check (since <= until)
);
comment on table agent_state is
    'What an agent last said of themselves. Who has no row is available. Two things are not in it, so that each is told in one place only: a break is a shift_break that holds this moment, and serving is a ticket, call back or appointment in hand.';
comment on column agent_state.until is 'Time to write down what was said ends by itself then, and the agent is available.';

create trigger agent_state_transition
    before insert or update of state
    on agent_state
    for each row
execute function refuse_illegal_transition('agent_state_transition');

-- As in V007, less the breaks.
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
select s.agent_id, r.id
from shift s
         join agent a on a.organisation_id = s.organisation_id and a.id = s.agent_id
         left join room r on p_mode = 'in-person'
    and r.organisation_id = s.organisation_id and r.point_id = p_point
    and r.features @> p_features
    and not exists (select
                    from appointment b
                    where b.organisation_id = r.organisation_id
                      and b.room_id = r.id
                      and b.during && p_during
                      and b.state in ('held', 'booked', 'arrived', 'serving')
                      and (b.held_until is null or b.held_until > p_now))
where s.organisation_id = p_organisation
  and s.during @> p_during
  and p_mode = any (s.modes)
  and (p_mode <> 'in-person' or (s.point_id = p_point and r.id is not null
    and point_open(p_organisation, p_point, (lower(p_during) at time zone
                                             (select time_zone
                                              from service_point
                                              where organisation_id = p_organisation
                                                and id = p_point))::date) @> p_during))
  and a.left_at is null
  and (p_language is null or p_language = any (a.languages))
  and a.skills @> p_skills
  and (p_topic is null or exists (select
                                  from agent_topic t
                                  where t.organisation_id = s.organisation_id
                                    and t.agent_id = s.agent_id
                                    and t.topic_id = p_topic))
  and not exists (select
                  from appointment b
                  where b.organisation_id = s.organisation_id
                    and b.agent_id = s.agent_id
                    and b.during && p_during
                    and b.state in ('held', 'booked', 'arrived', 'serving')
                    and (b.held_until is null or b.held_until > p_now))
  and not exists (select
                  from shift_break p
                  where p.organisation_id = s.organisation_id
                    and p.agent_id = s.agent_id
                    and p.during && p_during)
$$;

create or replace function free_times(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_minutes integer,
                           p_language text, p_skills text[], p_features text[], p_from timestamptz,
                           p_until timestamptz, p_zone text, p_now timestamptz, p_most integer)
    returns table
            (
                starts timestamptz,
                ends   timestamptz
            )
    language sql
    stable as
$$
-- Day by day and lateral, so that the limit ends the search on the day that fills it.
select t.starts, t.starts + make_interval(mins => p_minutes)
-- Timestamps without a zone: a series of dates would come out in the session's zone, and days are p_zone's.
from generate_series(date_trunc('day', p_from at time zone p_zone), p_until at time zone p_zone, interval '1 day') as day(at)
         cross join lateral (select tstzrange(greatest(p_from, day.at at time zone p_zone),
                                              least(p_until, (day.at + interval '1 day') at time zone p_zone))) as w(during)
         cross join lateral (
    select distinct s.starts
    from (select generate_series(
                         date_bin('15 minutes', lower(free.during) + interval '14 minutes 59.999999 seconds', timestamptz 'epoch'),
                         upper(free.during) - make_interval(mins => p_minutes),
                         make_interval(mins => p_minutes)) as starts
          from (select tstzmultirange(sh.during * w.during)
                           * case when p_mode = 'in-person'
                                      then point_open(p_organisation, p_point, day.at::date)
                                  else tstzmultirange(w.during) end
                           - coalesce((select range_agg(b.during)
                                       from appointment b
                                       where b.organisation_id = p_organisation
                                         and b.agent_id = sh.agent_id
                                         and b.during && w.during
                                         and b.state in ('held', 'booked', 'arrived', 'serving')
                                         and (b.held_until is null or b.held_until > p_now)),
                                      '{}'::tstzmultirange)
                           - coalesce((select range_agg(p.during)
                                       from shift_break p
                                       where p.organisation_id = p_organisation
                                         and p.agent_id = sh.agent_id
                                         and p.during && w.during),
                                      '{}'::tstzmultirange) as spans
                from shift sh
                         join agent a on a.organisation_id = sh.organisation_id and a.id = sh.agent_id
                where sh.organisation_id = p_organisation
                  and sh.during && w.during
                  and not isempty(w.during)
                  and p_mode = any (sh.modes)
                  and (p_mode <> 'in-person' or sh.point_id = p_point)
                  and a.left_at is null
                  and (p_language is null or p_language = any (a.languages))
                  and a.skills @> p_skills
                  and (p_topic is null or exists (select
                                                  from agent_topic at
                                                  where at.organisation_id = sh.organisation_id
                                                    and at.agent_id = sh.agent_id
                                                    and at.topic_id = p_topic))) as agent_day
                   cross join lateral unnest(agent_day.spans) as free(during)) as s
    where p_mode <> 'in-person'
       or exists (select
                  from room r
                  where r.organisation_id = p_organisation
                    and r.point_id = p_point
                    and r.features @> p_features
                    and not exists (select
                                    from appointment b
                                    where b.organisation_id = p_organisation
                                      and b.room_id = r.id
                                      and b.during && tstzrange(s.starts, s.starts + make_interval(mins => p_minutes))
                                      and b.state in ('held', 'booked', 'arrived', 'serving')
                                      and (b.held_until is null or b.held_until > p_now)))
    order by s.starts
    ) as t
where not isempty(w.during)
-- No order by: it would look at every day before it gave the first. A lateral join gives day after day, each in order.
limit p_most
$$;
