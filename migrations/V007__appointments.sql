-- Appointments. The database itself refuses a second one for the same agent or room at the same time.

create table appointment_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into appointment_transition
values ('start', 'held', 'hold'),
       ('start', 'booked', 'book'),
       ('held', 'booked', 'confirm'),
       ('booked', 'arrived', 'arrive'),
       ('booked', 'serving', 'serve'),
       ('arrived', 'serving', 'serve'),
       ('serving', 'done', 'done'),
       ('booked', 'no_show', 'nobody came'),
       ('arrived', 'no_show', 'nobody came'),
       ('booked', 'cancelled', 'cancel'),
       ('arrived', 'cancelled', 'cancel');

create table appointment
(
    organisation_id uuid        not null,
    id              uuid        not null,
    case_id         uuid,
    press           uuid        not null,
    mode            text        not null check (mode in ('in-person', 'video', 'phone')),
    topic_id        uuid,
    point_id        uuid,
    agent_id        uuid        not null,
    room_id         uuid,
    during          tstzrange   not null check (lower(during) < upper(during)),
    state           text        not null,
    held_until      timestamptz,
    made_at         timestamptz not null,
    served_at       timestamptz,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, press),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, topic_id) references topic,
    foreign key (organisation_id, point_id) references service_point,
    foreign key (organisation_id, agent_id) references agent,
    foreign key (organisation_id, room_id) references room,
    check (state = 'held' or case_id is not null),
    check ((state = 'held') = (held_until is not null)),
    check ((mode = 'in-person') = (room_id is not null)),
    check ((mode = 'in-person') = (point_id is not null)),
    constraint appointment_agent_free
        exclude using gist (organisation_id with =, agent_id with =, during with &&)
        where (state in ('held', 'booked', 'arrived', 'serving')),
    constraint appointment_room_free
        exclude using gist (organisation_id with =, room_id with =, during with &&)
        where (state in ('held', 'booked', 'arrived', 'serving'))
);
comment on column appointment.press is 'Idempotency key of the press that chose the time: the same press again finds the same row.';
comment on column appointment.held_until is 'A hold past this instant keeps nobody out: it is deleted by whoever books next.';

create index appointment_case on appointment (organisation_id, case_id);
create index appointment_held on appointment (organisation_id, held_until) where state = 'held';

create trigger appointment_transition
    before insert or update of state
    on appointment
    for each row
execute function refuse_illegal_transition('appointment_transition');

create function free_agents(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_language text,
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
$$;
comment on function free_agents(uuid, text, uuid, uuid, text, text[], text[], tstzrange, timestamptz) is
    'Who could meet at exactly this time, each with every room that is free (null where no room is needed). A null topic or language asks for none in particular.';

create function free_times(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_minutes integer,
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
comment on function free_times(uuid, text, uuid, uuid, integer, text, text[], text[], timestamptz, timestamptz, text, timestamptz, integer) is
    'The first p_most times of p_minutes between p_from and p_until when at least one suitable agent (and room, in person) is free: shifts and opening hours less bookings and live holds, cut into slots. Days are days of p_zone.';
