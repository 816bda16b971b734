-- The case: one matter of one customer. Entries are only ever added; what a person said or wrote lies in a side row
-- that can be erased, while the entry stays.

create table case_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into case_transition
values ('start', 'open', 'open'),
       ('open', 'in_service', 'serve'),
       ('in_service', 'open', 'leave open'),
       ('open', 'closed', 'close'),
       ('in_service', 'closed', 'close'),
       ('closed', 'open', 'open again');

create table case_record
(
    organisation_id      uuid        not null references organisation,
    id                   uuid        not null,
    code                 text        not null check (code ~ '^[A-Z0-9]{6}$'),
    state                text        not null,
    customer_id          uuid        not null,
    topic_id             uuid,
    point_id             uuid,
    language             text        not null check (language in ('fi', 'sv', 'en', 'fi-simple')),
    needs                text[]      not null default '{}'
        check (needs <@ array ['interpreter', 'sign-language', 'hearing-loop', 'step-free', 'support-person', 'more-time']),
    interpreter_language text,
    opened_at            timestamptz not null,
    opened_in            text        not null check (opened_in in ('kiosk', 'home', 'desk')),
    changed_at           timestamptz not null,
    version              integer     not null default 1,
    primary key (organisation_id, id),
    unique (organisation_id, code),
    foreign key (organisation_id, customer_id) references customer,
    foreign key (organisation_id, topic_id) references topic,
    foreign key (organisation_id, point_id) references service_point,
    check (interpreter_language is null or 'interpreter' = any (needs))
);
comment on column case_record.code is
    'Spoken code, six of the letters and digits that are not misheard or misread. It alone opens nothing.';
comment on column case_record.version is 'Raised with every change of this row: who saves over an older one is told.';

create index case_record_changed on case_record (organisation_id, changed_at desc);
create index case_record_customer on case_record (organisation_id, customer_id);

create trigger case_record_transition
    before insert or update of state
    on case_record
    for each row
execute function refuse_illegal_transition('case_transition');

create table case_helper
(
    organisation_id uuid not null,
    case_id         uuid not null,
    name            text not null check (char_length(name) between 1 and 200),
    phone           text check (phone ~ '^\+[0-9]{5,15}$'),
    primary key (organisation_id, case_id),
    foreign key (organisation_id, case_id) references case_record
);
comment on table case_helper is 'The relative or support person who acts for the customer on this case.';

create table case_entry
(
    organisation_id uuid        not null,
    id              uuid        not null,
    case_id         uuid        not null,
    at              timestamptz not null,
    by_kind         text        not null check (by_kind in ('customer', 'agent', 'system')),
    agent_id        uuid,
    channel         text        not null check (channel in ('kiosk', 'home', 'desk', 'system')),
    kind            text        not null,
    facts           jsonb       not null default '{}',
    primary key (organisation_id, id),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, agent_id) references agent,
    check ((by_kind = 'agent') = (agent_id is not null))
);
comment on table case_entry is 'One thing that happened on a case. Only inserted: a correction is a new entry.';
comment on column case_entry.facts is 'What the kind needs to be told in any language, such as {"number": "A12"}; nothing personal.';

create index case_entry_case on case_entry (organisation_id, case_id, id);

create table case_entry_words
(
    organisation_id uuid not null,
    entry_id        uuid not null,
    words           text not null check (char_length(words) between 1 and 10000),
    primary key (organisation_id, entry_id),
    foreign key (organisation_id, entry_id) references case_entry
);
comment on table case_entry_words is 'What was said or written with an entry. Deleting the row erases it; the entry stays.';

create index case_entry_words_search on case_entry_words using gin (to_tsvector('simple', words));

create function refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger case_entry_append_only
    before update or delete
    on case_entry
    for each row
execute function refuse_change();

create table case_reading
(
    organisation_id uuid        not null,
    id              uuid        not null,
    case_id         uuid        not null,
    agent_id        uuid        not null,
    at              timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, agent_id) references agent
);
comment on table case_reading is 'Who read which case, when. The customer can see that they have.';
create index case_reading_case on case_reading (organisation_id, case_id, at desc);

create table case_link
(
    organisation_id uuid        not null,
    token_hash      bytea       not null,
    case_id         uuid        not null,
    secret_hash     bytea       not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    primary key (organisation_id, token_hash),
    foreign key (organisation_id, case_id) references case_record
);
comment on table case_link is
    'The customer''s own key to a case. Only hashes (SHA-256) are kept: of the token in the link and QR code, and of the case''s code with the secret printed on the slip.';
create index case_link_token on case_link (token_hash);
create index case_link_case on case_link (organisation_id, case_id);
