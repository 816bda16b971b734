-- How much one address, one code or one account may ask for. Several processes count together, so they count here.
-- Keys are hashes: an address on the network or a code of a case is found in nobody's dump by looking.

create table allowance
(
    what        bytea       not null primary key check (octet_length(what) = 32),
    spent_until timestamptz not null
);
comment on table allowance is
    'What is left of an even allowance, as the generic cell rate algorithm keeps it (ITU-T I.371): spent_until is when everything taken so far would have been due.';
comment on column allowance.what is 'SHA-256 of what is counted.';

create table failed_tries
(
    what       bytea       not null primary key check (octet_length(what) = 32),
    times      integer     not null check (times >= 0),
    wait_until timestamptz not null,
    forget_at  timestamptz not null
);
comment on table failed_tries is
    'Tries at a secret that were not right, or are not known yet to be: a try is counted before it is looked at, so that a hundred at once are a hundred.';
comment on column failed_tries.what is 'SHA-256 of what is counted.';
comment on column failed_tries.wait_until is 'The next try is looked at from then on.';

create index allowance_spent on allowance (spent_until);
create index failed_tries_forget on failed_tries (forget_at);

create table agent_device
(
    organisation_id uuid        not null,
    agent_id        uuid        not null,
    token_hash      bytea       not null check (octet_length(token_hash) = 32),
    known_since     timestamptz not null,
    used_at         timestamptz not null,
    primary key (organisation_id, agent_id, token_hash),
    foreign key (organisation_id, agent_id) references agent
);
comment on table agent_device is
    'A browser that an agent has signed in with: whoever tries passwords elsewhere does not keep the agent waiting here. It opens nothing by itself.';
comment on column agent_device.token_hash is 'SHA-256 of 160 random bits in a cookie.';

-- A code is looked up by itself, and a secret on a slip by its hash: neither is asked for an organisation.
create index case_record_code on case_record (code);
create index case_link_secret on case_link (secret_hash);
