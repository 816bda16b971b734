-- How the machines are: what they last said, what has been wrong since when, and what they are told to do.

alter table kiosk
    add column px_per_mm     double precision check (px_per_mm > 0),
    add column viewing_mm    double precision check (viewing_mm > 0),
    add column lowest_mm     double precision check (lowest_mm >= 0),
    add column highest_mm    double precision check (highest_mm >= lowest_mm),
    add column screen_opens  time,
    add column screen_closes time,
    add constraint kiosk_geometry_whole check (num_nulls(px_per_mm, viewing_mm, lowest_mm, highest_mm) in (0, 4)),
    add constraint kiosk_screen_hours_whole
        check (num_nulls(screen_opens, screen_closes) in (0, 2) and screen_opens < screen_closes);
comment on column kiosk.px_per_mm is 'CSS pixels in a millimetre of the glass, as its machine says; with the three below, all or none.';
comment on column kiosk.viewing_mm is 'From the eye to the glass.';
comment on column kiosk.lowest_mm is 'From the floor to the lower edge of what can be pressed; highest_mm to the upper.';
comment on column kiosk.screen_opens is
    'The screen is lit from then until screen_closes on each day, on the point''s clock; null: while the point''s doors are open.';

create table device_heard
(
    organisation_id uuid        not null,
    device_id       uuid        not null,
    heard_at        timestamptz not null,
    facts_at        timestamptz,
    version         text check (char_length(version) <= 60),
    screen          text check (screen in ('on', 'off', 'unknown')),
    printer         text check (printer in ('ready', 'paper-low', 'paper-out', 'cover-open', 'offline', 'none')),
    speech          text check (speech in ('ready', 'silent', 'none')),
    jack            text check (jack in ('in', 'out', 'none')),
    free_disk       bigint check (free_disk >= 0),
    temperature     double precision,
    primary key (organisation_id, device_id),
    foreign key (organisation_id, device_id) references device
);
comment on table device_heard is
    'What a machine last said of itself. Its page''s sign of life counts as heard too; the facts come from its keeper, and are null while it has none.';
comment on column device_heard.free_disk is 'Bytes.';
comment on column device_heard.temperature is 'Degrees Celsius of the machine; null where it has no sensor.';

create table kiosk_trouble
(
    organisation_id uuid        not null,
    id              uuid        not null,
    kiosk_id        uuid        not null,
    fault           text        not null check (fault in ('unheard', 'paper-low', 'paper-out', 'cover-open',
                                                          'printer-offline', 'speech-silent', 'speech-none',
                                                          'disk-full', 'hot')),
    since           timestamptz not null,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, kiosk_id) references kiosk,
    check (since <= ended_at)
);
comment on table kiosk_trouble is
    'Something that is wrong with a kiosk, or was: a row for each time it came, not for each time it was said. One that comes back soon after it ended is the same one.';
create unique index kiosk_trouble_once on kiosk_trouble (organisation_id, kiosk_id, fault) where ended_at is null;
create index kiosk_trouble_ended on kiosk_trouble (ended_at);

create table trouble_told
(
    organisation_id uuid        not null,
    trouble_id      uuid        not null,
    agent_id        uuid        not null,
    told_at         timestamptz not null,
    primary key (organisation_id, trouble_id, agent_id),
    foreign key (organisation_id, trouble_id) references kiosk_trouble on delete cascade,
    foreign key (organisation_id, agent_id) references agent
);
comment on table trouble_told is 'Whom a trouble was brought before: each manager once, however often it is said and on however many screens.';

create table device_order
(
    organisation_id uuid        not null,
    id              uuid        not null,
    device_id       uuid        not null,
    act             text        not null check (act in ('reload', 'restart')),
    ordered_at      timestamptz not null,
    ordered_by      uuid        not null,
    done_at         timestamptz,
    primary key (organisation_id, id),
    foreign key (organisation_id, device_id) references device,
    foreign key (organisation_id, ordered_by) references agent
);
comment on table device_order is 'What a machine is told to do, again with each answer until it says that it has.';
-- A manager who presses again means the same.
create unique index device_order_once on device_order (organisation_id, device_id, act) where done_at is null;

create table kiosk_message
(
    organisation_id uuid        not null,
    kiosk_id        uuid        not null,
    words           local_text  not null,
    good_until      timestamptz not null,
    said_by         uuid        not null,
    said_at         timestamptz not null,
    primary key (organisation_id, kiosk_id),
    foreign key (organisation_id, kiosk_id) references kiosk,
    foreign key (organisation_id, said_by) references agent,
    check (said_at < good_until)
);
comment on table kiosk_message is 'What a manager has a kiosk show on every page until then; one at a time.';
