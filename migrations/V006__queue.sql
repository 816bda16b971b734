-- Walk-in numbers and call backs.

create table ticket_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into ticket_transition
values ('start', 'waiting', 'take'),
       ('waiting', 'called', 'call'),
       ('called', 'serving', 'serve'),
       ('called', 'waiting', 'put back'),
       ('called', 'no_show', 'nobody came'),
       ('serving', 'done', 'done'),
       ('waiting', 'left', 'leave'),
       ('called', 'left', 'leave'),
       ('no_show', 'waiting', 'come back');

create table ticket_day
(
    organisation_id uuid    not null,
    point_id        uuid    not null,
    day             date    not null,
    last_number     integer not null,
    primary key (organisation_id, point_id, day),
    foreign key (organisation_id, point_id) references service_point
);
comment on table ticket_day is 'The last number given at a point on a day of the point''s own calendar. Numbers start at 1.';

create table ticket
(
    organisation_id uuid        not null,
    id              uuid        not null,
    point_id        uuid        not null,
    day             date        not null,
    number          integer     not null check (number > 0),
    case_id         uuid        not null,
    press           uuid        not null,
    state           text        not null,
    taken_at        timestamptz not null,
    agent_id        uuid,
    counter_id      uuid,
    called_at       timestamptz,
    calls           integer     not null default 0,
    served_at       timestamptz,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, point_id, day, number),
    unique (organisation_id, press),
    foreign key (organisation_id, point_id) references service_point,
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, agent_id) references agent,
    foreign key (organisation_id, counter_id) references counter,
    check (state not in ('called', 'serving') or (agent_id is not null and counter_id is not null and called_at is not null))
);
comment on column ticket.press is 'Idempotency key of the press that took it: the same press again finds the same ticket.';
comment on column ticket.taken_at is 'The place in the queue. Put back keeps it.';

create index ticket_waiting on ticket (organisation_id, point_id, taken_at, id) where state = 'waiting';
create index ticket_live on ticket (organisation_id, point_id, called_at desc) where state in ('called', 'serving');
create index ticket_case on ticket (organisation_id, case_id);
create index ticket_served on ticket (organisation_id, point_id, ended_at desc) where state = 'done';
-- An agent stands at one counter with one customer at a time.
create unique index ticket_one_per_agent on ticket (organisation_id, agent_id) where state in ('called', 'serving');

create trigger ticket_transition
    before insert or update of state
    on ticket
    for each row
execute function refuse_illegal_transition('ticket_transition');

create table call_back_transition
(
    from_state text not null,
    to_state   text not null,
    act        text not null,
    primary key (from_state, to_state)
);
insert into call_back_transition
values ('start', 'waiting', 'ask'),
       ('waiting', 'calling', 'call'),
       ('calling', 'done', 'done'),
       ('calling', 'waiting', 'try again later'),
       ('calling', 'not_reached', 'not reached'),
       ('waiting', 'cancelled', 'cancel');

create table call_back
(
    organisation_id uuid        not null,
    id              uuid        not null,
    case_id         uuid        not null,
    press           uuid        not null,
    state           text        not null,
    asked_at        timestamptz not null,
    not_before      timestamptz not null,
    promised_by     timestamptz not null,
    agent_id        uuid,
    called_at       timestamptz,
    tries           integer     not null default 0,
    ended_at        timestamptz,
    primary key (organisation_id, id),
    unique (organisation_id, press),
    foreign key (organisation_id, case_id) references case_record,
    foreign key (organisation_id, agent_id) references agent,
    check (not_before < promised_by),
    check (state <> 'calling' or (agent_id is not null and called_at is not null))
);
comment on table call_back is 'Somebody asked to be called between not_before and promised_by. The number is the customer''s.';
create index call_back_waiting on call_back (organisation_id, not_before) where state = 'waiting';
create index call_back_case on call_back (organisation_id, case_id);
create unique index call_back_one_per_agent on call_back (organisation_id, agent_id) where state = 'calling';

create trigger call_back_transition
    before insert or update of state
    on call_back
    for each row
execute function refuse_illegal_transition('call_back_transition');
