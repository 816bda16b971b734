-- The catalogue: what a customer can come for.

create table topic
(
    organisation_id   uuid       not null references organisation,
    id                uuid       not null,
    slug              text       not null check (slug ~ '^[a-z0-9-]+$'),
    pictogram         text       not null,
    name              local_text not null,
    summary           local_text not null,
    bring             local_text not null,
    minutes_in_person integer check (minutes_in_person between 5 and 240),
    minutes_video     integer check (minutes_video between 5 and 240),
    minutes_phone     integer check (minutes_phone between 5 and 240),
    sort              integer    not null default 0,
    ended_at          timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, slug)
);
comment on column topic.minutes_in_person is 'How long a meeting takes; null where the topic is not served in this mode.';
comment on column topic.bring is 'What to have at hand, in plain words.';
