-- Service points: where people meet, and when the doors are open.

create table service_point
(
    organisation_id uuid       not null references organisation,
    id              uuid       not null,
    slug            text       not null check (slug ~ '^[a-z0-9-]+$'),
    name            local_text not null,
    address         text       not null,
    directions      local_text not null,
    time_zone       text       not null,
    step_free       boolean    not null,
    sort            integer    not null default 0,
    primary key (organisation_id, id),
    unique (slug)
);
comment on column service_point.time_zone is 'IANA name, such as Europe/Helsinki. Opening hours are read in it.';

create table opening_hours
(
    organisation_id uuid     not null,
    point_id        uuid     not null,
    weekday         smallint not null check (weekday between 1 and 7),
    opens           time     not null,
    closes          time     not null,
    primary key (organisation_id, point_id, weekday, opens),
    foreign key (organisation_id, point_id) references service_point,
    check (opens < closes)
);
comment on column opening_hours.weekday is 'ISO: Monday is 1. Closing at 24:00 is midnight of the same day.';

create table closure
(
    organisation_id uuid       not null,
    id              uuid       not null,
    point_id        uuid       not null,
    during          tstzrange  not null check (not isempty(during)),
    reason          local_text not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, point_id) references service_point
);
create index closure_during on closure using gist (organisation_id, point_id, during);

create table counter
(
    organisation_id uuid not null,
    id              uuid not null,
    point_id        uuid not null,
    label           text not null,
    primary key (organisation_id, id),
    unique (organisation_id, point_id, label),
    foreign key (organisation_id, point_id) references service_point
);
comment on table counter is 'Where a called number goes. The label is what is written above it: 1, 2, 3.';

create table room
(
    organisation_id uuid   not null,
    id              uuid   not null,
    point_id        uuid   not null,
    label           text   not null,
    features        text[] not null default '{}',
    primary key (organisation_id, id),
    unique (organisation_id, point_id, label),
    foreign key (organisation_id, point_id) references service_point
);
comment on column room.features is 'Needs that only some rooms meet: hearing-loop, step-free.';

create table kiosk
(
    organisation_id uuid not null,
    id              uuid not null,
    point_id        uuid not null,
    slug            text not null check (slug ~ '^[a-z0-9-]+$'),
    primary key (organisation_id, id),
    unique (slug),
    foreign key (organisation_id, point_id) references service_point
);

create function point_open(p_organisation uuid, p_point uuid, p_day date) returns tstzmultirange
    language sql
    stable as
$$
select coalesce(range_agg(tstzrange((p_day + h.opens) at time zone p.time_zone,
                                    (p_day + h.closes) at time zone p.time_zone)), '{}'::tstzmultirange)
           - coalesce((select range_agg(c.during)
                       from closure c
                       where c.organisation_id = p_organisation
                         and c.point_id = p_point
                         and c.during && tstzrange(p_day::timestamp at time zone min(p.time_zone),
                                                   (p_day + 1)::timestamp at time zone min(p.time_zone))),
                      '{}'::tstzmultirange)
from service_point p
         join opening_hours h on h.organisation_id = p.organisation_id and h.point_id = p.id
where p.organisation_id = p_organisation
  and p.id = p_point
  and h.weekday = extract(isodow from p_day)
$$;
comment on function point_open(uuid, uuid, date) is
    'When the point is open on that day of its own calendar: opening hours less closures, as instants; empty when closed.';

create function point_open_spans(p_organisation uuid, p_point uuid, p_day date)
    returns table
            (
                opens  timestamptz,
                closes timestamptz
            )
    language sql
    stable as
$$
select lower(s), upper(s)
from unnest(point_open(p_organisation, p_point, p_day)) s
order by 1
$$;
comment on function point_open_spans(uuid, uuid, date) is 'point_open as rows, in order.';
