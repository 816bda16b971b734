-- Who is on duty, where, for what.

create table agent_topic
(
    organisation_id uuid not null,
    agent_id        uuid not null,
    topic_id        uuid not null,
    primary key (organisation_id, agent_id, topic_id),
    foreign key (organisation_id, agent_id) references agent,
    foreign key (organisation_id, topic_id) references topic
);
comment on table agent_topic is 'Which topics an agent serves by appointment.';
create index agent_topic_topic on agent_topic (organisation_id, topic_id, agent_id);

create table shift
(
    organisation_id uuid      not null,
    id              uuid      not null,
    agent_id        uuid      not null,
    point_id        uuid,
    during          tstzrange not null check (not isempty(during)),
    modes           text[]    not null check (cardinality(modes) > 0 and
                                              modes <@ array ['here', 'in-person', 'video', 'phone', 'call-back']),
    primary key (organisation_id, id),
    foreign key (organisation_id, agent_id) references agent,
    foreign key (organisation_id, point_id) references service_point,
    constraint shift_one_at_a_time
        exclude using gist (organisation_id with =, agent_id with =, during with &&),
    check (point_id is not null or not modes && array ['here', 'in-person'])
);
comment on table shift is 'When, where and in which modes an agent serves. Without a point the agent works remotely.';
create index shift_point on shift using gist (organisation_id, point_id, during);
create index shift_during on shift using gist (organisation_id, during);

create table agent_at_counter
(
    organisation_id uuid        not null,
    agent_id        uuid        not null,
    counter_id      uuid        not null,
    since           timestamptz not null,
    primary key (organisation_id, agent_id),
    unique (organisation_id, counter_id),
    foreign key (organisation_id, agent_id) references agent,
    foreign key (organisation_id, counter_id) references counter
);
comment on table agent_at_counter is 'At which counter an agent stands: one agent a counter, one counter an agent.';
