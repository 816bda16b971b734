-- Meetings by video at a booked time, and who joins one beside customer and agent: each by a link of their own.

alter table meeting
    add column appointment_id uuid,
    add column links_given integer not null default 0,
    add foreign key (organisation_id, appointment_id) references appointment,
    add unique (organisation_id, appointment_id),
    drop constraint meeting_check1,
    add constraint meeting_ended
        check ((state in ('left', 'turned', 'over', 'called_off')) = (ended_at is not null)),
    add constraint meeting_booked check (state not in ('booked', 'called_off') or appointment_id is not null);
comment on table meeting is
    'A meeting by video: one that a customer asked for now waits until an agent answers; a booked one is opened by the customer at its time, and waits for its agent.';
comment on column meeting.appointment_id is 'The booked time that it belongs to; null when it was asked for now.';
comment on column meeting.asked_at is 'When the customer asked for it, or came to a booked one.';
comment on column meeting.links_given is
    'How often the customer was given a new link in place of those that they had, which open nothing from then on.';

insert into meeting_transition
values ('start', 'booked', 'book'),
       ('booked', 'waiting', 'come'),
       ('waiting', 'booked', 'go for now'),
       ('booked', 'live', 'begin'),
       ('booked', 'called_off', 'call off'),
       ('waiting', 'called_off', 'call off');

create table meeting_link
(
    organisation_id uuid        not null,
    token_hash      bytea       not null,
    meeting_id      uuid        not null,
    given_at        timestamptz not null,
    revoked_at      timestamptz,
    primary key (organisation_id, token_hash),
    unique (token_hash),
    foreign key (organisation_id, meeting_id) references meeting
);
comment on table meeting_link is
    'By which the customer comes to a booked meeting; it opens nothing before and after the time, nor once the appointment has been moved or cancelled.';
comment on column meeting_link.token_hash is 'SHA-256 of what stands in the address; that is kept nowhere.';
create index meeting_link_meeting on meeting_link (organisation_id, meeting_id);

create table guest_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into guest_transition
values ('start', 'invited', 'invite'),
       ('invited', 'door', 'knock'),
       ('door', 'invited', 'go away'),
       ('door', 'in', 'admit'),
       ('in', 'door', 'customer asks them out'),
       ('door', 'refused', 'refuse'),
       ('in', 'refused', 'ask out'),
       ('refused', 'door', 'knock again'),
       ('invited', 'revoked', 'take the link back'),
       ('door', 'revoked', 'take the link back'),
       ('in', 'revoked', 'take the link back'),
       ('refused', 'revoked', 'take the link back');

create table meeting_guest
(
    organisation_id uuid        not null,
    id              uuid        not null,
    meeting_id      uuid        not null,
    press           uuid        not null,
    role            text        not null check (role in ('interpreter', 'sign-interpreter', 'relative', 'expert')),
    name            text        not null check (char_length(name) between 1 and 200),
    interpreter_id  uuid,
    token_hash      bytea,
    state           text        not null,
    invited_at      timestamptz not null,
    told_at         timestamptz,
    unwanted_at     timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, press),
    unique (token_hash),
    unique (organisation_id, meeting_id, interpreter_id),
    foreign key (organisation_id, meeting_id) references meeting,
    foreign key (organisation_id, interpreter_id) references interpreter,
    constraint guest_in_is_known check (state <> 'in' or (told_at is not null and unwanted_at is null))
);
comment on table meeting_guest is
    'Somebody beside customer and agent: they come by a link of their own, wait at the door, and the agent admits each.';
comment on column meeting_guest.press is 'Idempotency key: the same press again finds the same guest.';
comment on column meeting_guest.name is 'A name, or the word by which the meeting knows them.';
comment on column meeting_guest.interpreter_id is 'Who was booked with the appointment; null for everybody else.';
comment on column meeting_guest.token_hash is 'SHA-256 of the key in their link; null until one was given. A new one takes its place.';
comment on column meeting_guest.told_at is 'When the customer''s page said that they are at the door: nobody comes in before that.';
comment on column meeting_guest.unwanted_at is 'When the customer asked that they stay out; null when they did not, or took it back.';
create index meeting_guest_meeting on meeting_guest (organisation_id, meeting_id);

create trigger guest_transition
    before insert or update of state
    on meeting_guest
    for each row
execute function refuse_illegal_transition('guest_transition');

alter table meeting_participant
    drop constraint meeting_participant_role_check,
    add constraint meeting_participant_role_check
        check (role in ('customer', 'agent', 'interpreter', 'sign-interpreter', 'relative', 'expert')),
    add column guest_id uuid,
    add foreign key (organisation_id, guest_id) references meeting_guest,
    add unique (organisation_id, guest_id),
    add constraint meeting_participant_guest check ((guest_id is null) = (role in ('customer', 'agent'))),
    alter column seat drop not null,
    add constraint meeting_participant_seated check ((seat is null) = (revoked_at is not null)),
    add constraint meeting_participant_own_seat
        check (seat is null or (role = 'customer') = (seat = 1) and (role = 'agent') = (seat = 2));
comment on column meeting_participant.seat is
    'Null once they are out. The customer''s is 1 and the agent''s 2, also while they are not there: guests never take them.';
