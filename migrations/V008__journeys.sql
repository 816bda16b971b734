-- What a customer has entered so far, kept before the next page shows.

create table journey
(
    organisation_id uuid        not null references organisation,
    id              uuid        not null,
    token           text        not null,
    surface         text        not null check (surface in ('kiosk', 'home')),
    kiosk_id        uuid,
    point_id        uuid,
    language        text        not null check (language in ('fi', 'sv', 'en', 'fi-simple')),
    answers         jsonb       not null default '{}',
    case_id         uuid,
    started_at      timestamptz not null,
    touched_at      timestamptz not null,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    unique (token),
    foreign key (organisation_id, kiosk_id) references kiosk,
    foreign key (organisation_id, point_id) references service_point,
    foreign key (organisation_id, case_id) references case_record,
    check (ended_at is null or answers = '{}')
);
comment on table journey is
    'One person''s way from the first press to done, on one surface. The token stands in the address; when the journey ends, the answers are emptied.';
