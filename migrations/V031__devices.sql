-- The machines that stand as kiosks: each keeps a key, of which only the hash is here, until somebody takes it away.

-- The page on which a new machine asks to be a kiosk has this name in addresses.
alter table kiosk
    add constraint kiosk_is_no_page check (slug <> 'enrol');

create table device_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into device_transition
values ('start', 'enrolled', 'accept'),
       ('enrolled', 'revoked', 'revoke');

create table device
(
    organisation_id uuid        not null,
    id              uuid        not null,
    kiosk_id        uuid        not null,
    key_hash        bytea       not null check (octet_length(key_hash) = 32),
    state           text        not null,
    enrolled_at     timestamptz not null,
    enrolled_by     uuid        not null,
    revoked_at      timestamptz,
    revoked_by      uuid,
    primary key (organisation_id, id),
    -- Global on purpose: a key is looked up by itself, and is never used a second time.
    unique (key_hash),
    foreign key (organisation_id, kiosk_id) references kiosk,
    foreign key (organisation_id, enrolled_by) references agent,
    foreign key (organisation_id, revoked_by) references agent,
    check ((state = 'revoked') = (revoked_at is not null)),
    check ((state = 'revoked') = (revoked_by is not null))
);
comment on table device is
    'A machine that stands as a kiosk. Its key says which kiosk it is and opens nothing of anybody''s. Rows stay: who accepted it, who took its key away.';
comment on column device.key_hash is 'SHA-256 of 160 random bits that the machine alone keeps.';

-- A kiosk is one machine; another one comes in its place when the first has lost its key.
create unique index device_one_per_kiosk on device (organisation_id, kiosk_id) where state = 'enrolled';

create trigger device_transition
    before insert or update of state
    on device
    for each row
execute function refuse_illegal_transition('device_transition');

create table enrolment_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into enrolment_transition
values ('start', 'waiting', 'ask'),
       ('waiting', 'accepted', 'accept');

create table enrolment
(
    organisation_id uuid        not null,
    id              uuid        not null,
    key_hash        bytea       not null check (octet_length(key_hash) = 32),
    code            text        not null check (code ~ '^[0-9A-Z]{6}$'),
    state           text        not null,
    asked_at        timestamptz not null,
    good_until      timestamptz not null,
    device_id       uuid,
    primary key (organisation_id, id),
    unique (key_hash),
    foreign key (organisation_id) references organisation,
    foreign key (organisation_id, device_id) references device,
    check (asked_at < good_until),
    check ((state = 'accepted') = (device_id is not null))
);
comment on table enrolment is
    'A machine that asks to be a kiosk. It has its key already, and shows a code: whoever accepts the code makes the key good.';
comment on column enrolment.code is 'Good for one acceptance until good_until; the page shows a new one then.';

create unique index enrolment_code on enrolment (organisation_id, code) where state = 'waiting';
create index enrolment_good_until on enrolment (good_until);

create trigger enrolment_transition
    before insert or update of state
    on enrolment
    for each row
execute function refuse_illegal_transition('enrolment_transition');

create table device_arrival
(
    organisation_id uuid        not null,
    device_id       uuid        not null,
    ticket_hash     bytea       not null check (octet_length(ticket_hash) = 32),
    good_until      timestamptz not null,
    primary key (organisation_id, ticket_hash),
    unique (ticket_hash),
    foreign key (organisation_id, device_id) references device
);
comment on table device_arrival is
    'Brings a new browser of a machine to its kiosk''s page without showing it the key: one time, within a minute. It is deleted as it is used.';
create index device_arrival_good_until on device_arrival (good_until);
