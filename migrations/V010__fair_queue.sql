-- A place in the line that can be kept, moved and taken back: order, transfer, undo, coming back.

insert into ticket_transition
values ('serving', 'waiting', 'transfer'),
       ('serving', 'called', 'undo serve'),
       ('done', 'serving', 'undo done'),
       ('no_show', 'called', 'undo nobody came'),
       ('left', 'waiting', 'undo leave'),
       ('left', 'called', 'undo leave');

alter table ticket
    add column place_at         timestamptz,
    add column topic_id         uuid,
    add column let_ahead        text check (let_ahead in ('standing', 'child', 'unwell')),
    add column meant_agent_id   uuid,
    add column meant_counter_id uuid,
    add column meant_topic_id   uuid,
    add column by_rule          boolean not null default false,
    add column came_back        boolean not null default false,
    add column step             text,
    add column step_from        text,
    add column step_agent_id    uuid,
    add column step_counter_id  uuid,
    add column step_at          timestamptz,
    add foreign key (organisation_id, topic_id) references topic,
    add foreign key (organisation_id, meant_agent_id) references agent,
    add foreign key (organisation_id, meant_counter_id) references counter,
    add foreign key (organisation_id, meant_topic_id) references topic,
    add foreign key (organisation_id, step_agent_id) references agent,
    add foreign key (organisation_id, step_counter_id) references counter,
    add check (num_nonnulls(meant_agent_id, meant_counter_id, meant_topic_id) <= 1),
    add check ((step is null) = (step_from is null) and (step is null) = (step_at is null));
update ticket
set place_at = taken_at;
alter table ticket
    alter column place_at set not null;

comment on column ticket.taken_at is 'When the number was taken. What was waited is counted from here.';
comment on column ticket.place_at is
    'The place in the line: when it was taken. Put back, transfer and undo keep it; who comes back after a missed call gets a stated one.';
comment on column ticket.topic_id is 'What the encounter was about, once it is over: what its length tells about.';
comment on column ticket.let_ahead is
    'Why waiting is hard for them: they go before others within the bounds of the fairness rule. Said by the customer or by an agent, and told on the case.';
comment on column ticket.meant_agent_id is
    'To whom it was transferred: an agent, whoever stands at a counter, or whoever serves a topic. Once they are not there, anybody calls it.';
comment on column ticket.by_rule is 'It left by the no-show rule or because the point closed, not by anybody''s press.';
comment on column ticket.came_back is 'They came back after a missed call: once per number.';
comment on column ticket.step is
    'The last step of an agent or the rule and from which state, by whom and where: what an undo takes back. The next step writes over it.';

-- Numbers of people who still wait are not given twice, also not after midnight. What an earlier day left behind ends.
update ticket t
set state    = case t.state when 'serving' then 'done' else 'left' end,
    ended_at = coalesce(t.served_at, t.called_at, t.taken_at)
where t.state in ('waiting', 'called', 'serving')
  and exists (select
              from ticket newer
              where newer.organisation_id = t.organisation_id
                and newer.point_id = t.point_id
                and newer.number = t.number
                and newer.day > t.day
                and newer.state in ('waiting', 'called', 'serving'));
create unique index ticket_live_number on ticket (organisation_id, point_id, number)
    where state in ('waiting', 'called', 'serving');

drop index ticket_waiting;
create index ticket_waiting on ticket (organisation_id, point_id, place_at, id) where state = 'waiting';
create index ticket_called on ticket (organisation_id, point_id, called_at) where called_at is not null;
create index ticket_served_topic on ticket (organisation_id, topic_id, ended_at desc) where state = 'done';
create index ticket_step on ticket (organisation_id, step_agent_id, step_at desc);

create index appointment_at_point on appointment using gist (organisation_id, point_id, during)
    where state in ('booked', 'arrived', 'serving');

create table wait_promise
(
    organisation_id uuid        not null,
    ticket_id       uuid        not null,
    point_id        uuid        not null,
    made_at         timestamptz not null,
    ahead           integer     not null check (ahead >= 0),
    at_least        interval    not null,
    at_most         interval    not null,
    called_at       timestamptz check (called_at >= made_at),
    kept            boolean generated always as
        (called_at - made_at between at_least and at_most) stored,
    primary key (organisation_id, ticket_id),
    foreign key (organisation_id, ticket_id) references ticket,
    check (at_least >= interval '0' and at_least < at_most)
);
comment on table wait_promise is
    'What each person was told that the wait would be when they took the number, and when they were first called.';
comment on column wait_promise.kept is 'Whether the truth fell inside the range; null until they are called.';
create index wait_promise_point on wait_promise (organisation_id, point_id, made_at desc);
