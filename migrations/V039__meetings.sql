-- Meetings by video: who waits for one, who takes part, and the line over which their browsers find each other.

create table meeting_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into meeting_transition
values ('start', 'waiting', 'ask'),
       ('waiting', 'live', 'answer'),
       ('waiting', 'left', 'leave'),
       ('waiting', 'turned', 'choose another way'),
       ('live', 'over', 'end');

create table meeting
(
    organisation_id uuid        not null,
    id              uuid        not null,
    case_id         uuid        not null,
    point_id        uuid,
    channel         text        not null check (channel in ('kiosk', 'home')),
    press           uuid        not null,
    state           text        not null,
    asked_at        timestamptz not null,
    told_minutes    integer check (told_minutes > 0),
    agent_id        uuid,
    answered_at     timestamptz,
    ended_at        timestamptz,
    last_signal     bigint      not null default 0,
    primary key (organisation_id, id),
    unique (organisation_id, press),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, point_id) references service_point,
    foreign key (organisation_id, agent_id) references agent,
    check (state not in ('live', 'over') or (agent_id is not null and answered_at is not null)),
    check ((state in ('left', 'turned', 'over')) = (ended_at is not null))
);
comment on table meeting is 'A meeting by video that a customer asked for now: it waits until an agent answers.';
comment on column meeting.point_id is 'Where the kiosk stands; null at home.';
comment on column meeting.press is 'Idempotency key: the same press again finds the same meeting.';
comment on column meeting.told_minutes is 'The longest wait that the customer was told when they asked; null when nothing could be said.';
comment on column meeting.last_signal is
    'Number of the last signal. Raised with the row locked, so signals of one meeting are committed in the order of their numbers.';

create index meeting_waiting on meeting (organisation_id, asked_at, id) where state = 'waiting';
create index meeting_case on meeting (organisation_id, case_id);
create index meeting_answered on meeting (organisation_id, ended_at desc) where state = 'over';
-- One person does not wait twice, and an agent meets one customer at a time.
create unique index meeting_one_per_case on meeting (organisation_id, case_id) where state in ('waiting', 'live');
create unique index meeting_one_per_agent on meeting (organisation_id, agent_id) where state = 'live';

create trigger meeting_transition
    before insert or update of state
    on meeting
    for each row
execute function refuse_illegal_transition('meeting_transition');

create table meeting_participant
(
    organisation_id uuid        not null,
    id              uuid        not null,
    meeting_id      uuid        not null,
    role            text        not null check (role in ('customer', 'agent')),
    agent_id        uuid,
    token_hash      bytea       not null,
    expires_at      timestamptz not null,
    revoked_at      timestamptz,
    seat            smallint    not null check (seat between 1 and 4),
    browser         uuid,
    joined_at       timestamptz,
    seen_at         timestamptz,
    primary key (organisation_id, id),
    unique (token_hash),
    unique (organisation_id, meeting_id, seat),
    foreign key (organisation_id, meeting_id) references meeting,
    foreign key (organisation_id, agent_id) references agent,
    check ((role = 'agent') = (agent_id is not null)),
    check ((browser is null) = (joined_at is null))
);
comment on table meeting_participant is
    'Who takes part. Peer to peer carries four; their seats are numbered, so a fifth finds none.';
comment on column meeting_participant.token_hash is 'SHA-256 of the key by which their browser joins; the key itself is kept nowhere.';
comment on column meeting_participant.browser is
    'The window in which they are now, chosen anew with every load of the page: what was meant for an earlier one is not for this one.';
comment on column meeting_participant.seen_at is 'Their line was open then.';

create table meeting_signal
(
    organisation_id uuid   not null,
    meeting_id      uuid   not null,
    number          bigint not null check (number > 0),
    from_id         uuid   not null,
    to_id           uuid   not null,
    to_browser      uuid   not null,
    body            text   not null check (char_length(body) <= 65536),
    primary key (organisation_id, meeting_id, number),
    foreign key (organisation_id, meeting_id) references meeting,
    foreign key (organisation_id, from_id) references meeting_participant,
    foreign key (organisation_id, to_id) references meeting_participant
);
comment on table meeting_signal is
    'What one participant''s browser tells another''s: session descriptions and addresses of WebRTC, and text while no line of their own stands. Deleted when the meeting ends.';
create index meeting_signal_to on meeting_signal (organisation_id, to_id, number);

-- Who waits by video is brought before free agents too, and what they ask again counts as asked again.
alter table offer
    drop constraint offer_kind_check,
    add constraint offer_kind_check check (kind in ('number', 'call', 'handover', 'video'));

create or replace function case_effort(p_organisation uuid, p_case uuid)
    returns table
            (
                bounces integer,
                repeats integer,
                agents  integer
            )
    language sql
    stable as
$$
select (select count(*)::integer
        from handover h
        where h.organisation_id = p_organisation
          and h.case_id = p_case
          and (h.state = 'returned'
            or exists (select
                       from handover before
                       where before.organisation_id = h.organisation_id
                         and before.case_id = h.case_id
                         and before.taken_by = h.from_agent
                         and before.offered_at < h.offered_at
                         and before.state = 'accepted'))),
       (select count(*)::integer
        from case_entry asked
        where asked.organisation_id = p_organisation
          and asked.case_id = p_case
          and asked.kind in ('ticket-taken', 'call-back-asked', 'video-asked', 'appointment-booked')
          and asked.by_kind = 'customer'
          and exists (select
                      from case_entry met
                      where met.organisation_id = asked.organisation_id
                        and met.case_id = asked.case_id
                        and met.kind in ('service-started', 'call-back-calling')
                        and (met.at, met.id) < (asked.at, asked.id))),
       (select count(distinct met.agent_id)::integer
        from case_entry met
        where met.organisation_id = p_organisation
          and met.case_id = p_case
          and met.kind in ('service-started', 'call-back-calling'))
$$;
