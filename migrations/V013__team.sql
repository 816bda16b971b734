-- Working in a team: passing a case on, and who is looking at it.

create table handover_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into handover_transition
values ('start', 'offered', 'hand over'),
       ('offered', 'accepted', 'read and take'),
       ('offered', 'returned', 'hand back'),
       ('accepted', 'returned', 'hand back'),
       ('offered', 'withdrawn', 'withdraw');

create table handover
(
    organisation_id uuid        not null,
    id              uuid        not null,
    case_id         uuid        not null,
    press           uuid        not null,
    state           text        not null,
    from_agent      uuid        not null,
    to_agent        uuid,
    to_skill        text check (to_skill ~ '^[a-z][a-z-]*$'),
    to_topic        uuid,
    offered_at      timestamptz not null,
    open_to_all_at  timestamptz not null,
    taken_by        uuid,
    read_at         timestamptz,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, press),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, from_agent) references agent,
    foreign key (organisation_id, to_agent) references agent,
    foreign key (organisation_id, taken_by) references agent,
    foreign key (organisation_id, to_topic) references topic,
    check (num_nonnulls(to_agent, to_skill, to_topic) = 1),
    check (to_agent <> from_agent),
    check (taken_by <> from_agent),
    check (state <> 'accepted' or (taken_by is not null and read_at is not null)),
    check ((state in ('returned', 'withdrawn')) = (ended_at is not null))
);
comment on table handover is 'A case passed on to a person, to somebody with a skill, or to somebody who serves a topic.';
comment on column handover.press is 'Idempotency key: the same press again finds the same handover.';
comment on column handover.to_skill is
    'A word of agent.skills, or a language of agent.languages: a language is a skill.';
comment on column handover.open_to_all_at is
    'A person who has not taken it by then is not waited for any longer: whoever serves the case''s topic may take it.';
comment on column handover.read_at is 'When the receiver confirmed having read the card and the case.';

-- A case is passed on once at a time.
create unique index handover_one_open on handover (organisation_id, case_id) where state = 'offered';
create index handover_case on handover (organisation_id, case_id, offered_at);
create index handover_open on handover (organisation_id, offered_at) where state = 'offered';

create trigger handover_transition
    before insert or update of state
    on handover
    for each row
execute function refuse_illegal_transition('handover_transition');

create table handover_card
(
    organisation_id uuid not null,
    handover_id     uuid not null,
    told            text not null check (char_length(told) <= 10000),
    done            text not null check (char_length(done) <= 10000),
    promised        text not null check (char_length(promised) <= 10000),
    primary key (organisation_id, handover_id),
    foreign key (organisation_id, handover_id) references handover
);
comment on table handover_card is
    'What the receiver need not ask again: what was told, done and promised. Deleting the row erases it; the handover stays.';

create function case_effort(p_organisation uuid, p_case uuid)
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
          and asked.kind in ('ticket-taken', 'call-back-asked', 'appointment-booked')
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
comment on function case_effort(uuid, uuid) is
    'What a case has cost its customer. bounces: how often it was handed back, or handed on again by who had received it. repeats: how often the customer asked for a number, a call or a time after somebody had already served them on it. agents: how many different people have served them.';

create table case_presence
(
    organisation_id uuid        not null,
    screen          uuid        not null,
    case_id         uuid        not null,
    agent_id        uuid        not null,
    since           timestamptz not null,
    seen_at         timestamptz not null,
    primary key (organisation_id, screen),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, agent_id) references agent
);
comment on table case_presence is
    'Who has a case on their screen just now. A screen that has given no sign of life for a while counts as gone, whatever stands here.';
create index case_presence_case on case_presence (organisation_id, case_id);

create table case_opening
(
    organisation_id uuid not null,
    press           uuid not null,
    case_id         uuid not null,
    primary key (organisation_id, press),
    foreign key (organisation_id, case_id) references case_record
);
comment on table case_opening is 'Idempotency keys of presses that opened a case at the desk: the same press again finds the same case.';

create table desk_open
(
    organisation_id uuid        not null,
    agent_id        uuid        not null,
    seen_at         timestamptz not null,
    primary key (organisation_id, agent_id),
    foreign key (organisation_id, agent_id) references agent
);
comment on table desk_open is 'When an agent''s desk last gave a sign of life: nothing is offered to a desk that is shut.';

create table offer
(
    organisation_id uuid        not null,
    id              uuid        not null,
    kind            text        not null check (kind in ('number', 'call', 'handover')),
    subject_id      uuid        not null,
    case_id         uuid        not null,
    agent_id        uuid        not null,
    state           text        not null check (state in ('open', 'passed', 'over')),
    offered_at      timestamptz not null,
    lapses_at       timestamptz not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, agent_id) references agent,
    check (offered_at < lapses_at)
);
comment on table offer is
    'Somebody who waits, brought before one agent who is free. Open until it is taken (over), or not answered or not wanted (passed): then it goes on to the next.';
-- Two agents never get the same one, and nobody gets two.
create unique index offer_to_one on offer (organisation_id, subject_id) where state = 'open';
create unique index offer_one_at_a_time on offer (organisation_id, agent_id) where state = 'open';
create index offer_passed on offer (organisation_id, subject_id) where state = 'passed';
