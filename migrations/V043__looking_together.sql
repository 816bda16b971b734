-- Looking together: a page that the agent opens for the customer in a meeting, on which both see the same.

create table shared_page_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into shared_page_transition
values ('start', 'open', 'open'),
       ('open', 'approved', 'approve'),
       ('open', 'withdrawn', 'close without approval'),
       ('open', 'over', 'the meeting ends');

create table shared_page
(
    organisation_id uuid        not null,
    id              uuid        not null,
    meeting_id      uuid        not null,
    press           uuid        not null,
    kind            text        not null check (kind in ('text', 'question', 'form', 'summary')),
    section         text,
    state           text        not null,
    revision        bigint      not null default 0 check (revision >= 0),
    doubted_at      timestamptz,
    opened_by       uuid        not null,
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, press),
    foreign key (organisation_id, meeting_id) references meeting,
    foreign key (organisation_id, opened_by) references agent,
    constraint shared_page_section check ((kind = 'form') = (section is not null)),
    constraint shared_page_ended check ((state = 'open') = (ended_at is null))
);
comment on table shared_page is
    'A page on which customer and agent see the same while they meet. What was agreed becomes an entry of the case when the customer approves it; nothing else of it outlives it.';
comment on column shared_page.press is 'Idempotency key: the same press again finds the same page.';
comment on column shared_page.section is 'Which section of a form; null for every other kind.';
comment on column shared_page.revision is
    'Raised by every change of what stands on it, with the row locked: the customer approves the revision that they see, and no other.';
comment on column shared_page.doubted_at is
    'When the customer said that something on it is not right; null when they did not, or it has been changed since.';
-- One thing at a time: two pages would be two places to look at.
create unique index shared_page_one_open on shared_page (organisation_id, meeting_id) where state = 'open';
create index shared_page_meeting on shared_page (organisation_id, meeting_id, opened_at desc);

create trigger shared_page_transition
    before insert or update of state
    on shared_page
    for each row
execute function refuse_illegal_transition('shared_page_transition');

create table shared_page_part
(
    organisation_id uuid    not null,
    page_id         uuid    not null,
    part            text    not null,
    words           text    not null check (char_length(words) <= 4000),
    written_by      text    not null check (written_by in ('agent', 'customer')),
    is_private      boolean not null default false,
    revision        bigint  not null,
    primary key (organisation_id, page_id, part),
    foreign key (organisation_id, page_id) references shared_page,
    constraint shared_page_part_private check (not is_private or written_by = 'customer')
);
comment on table shared_page_part is
    'What has been written in each place of an open page. Deleted when the page ends, however it ends.';
comment on column shared_page_part.is_private is
    'The customer keeps it to themselves: no agent is ever given the words, and they do not go on the case.';
comment on column shared_page_part.revision is 'Of the page, when this was written: who writes on an older one is told.';
