-- Organisations, the people who serve, and the people who are served.
-- Every key begins with the organisation: a country of municipalities can later be spread over several machines by it.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create domain local_text as jsonb
    check (jsonb_typeof(value) = 'object' and value ?& array ['fi', 'sv', 'en']);
comment on domain local_text is
    'One text in each language: fi, sv and en always; fi-simple where somebody wrote it, otherwise fi is shown.';

create table organisation
(
    id    uuid primary key,
    slug  text       not null unique,
    name  local_text not null,
    phone text       not null
);
comment on column organisation.phone is 'The number that a person answers when everything else is away, as it is shown.';

create table agent
(
    organisation_id uuid   not null references organisation,
    id              uuid   not null,
    sign_in         text   not null check (sign_in = lower(sign_in)),
    password_hash   text   not null,
    name            text   not null,
    role            text   not null check (role in ('agent', 'manager')),
    languages       text[] not null check (cardinality(languages) > 0),
    skills          text[] not null default '{}',
    left_at         timestamptz,
    primary key (organisation_id, id),
    -- Global on purpose: nobody is asked for an organisation when signing in.
    unique (sign_in)
);
comment on table agent is 'A person who serves, at a counter or remotely; a manager also sees to the service itself.';
comment on column agent.skills is 'What this person can offer beyond topics, in the words of case_record.needs.';

create table customer
(
    organisation_id uuid        not null references organisation,
    id              uuid        not null,
    name            text check (char_length(name) between 1 and 200),
    phone           text check (phone ~ '^\+[0-9]{5,15}$'),
    language        text        not null check (language in ('fi', 'sv', 'en', 'fi-simple')),
    created_at      timestamptz not null,
    erased_at       timestamptz,
    primary key (organisation_id, id),
    check (erased_at is null or (name is null and phone is null))
);
comment on table customer is 'Somebody who is served. A number in the queue is enough: name and phone may be unknown.';
comment on column customer.phone is 'E.164.';

create index customer_name on customer using gin (lower(name) gin_trgm_ops);
create index customer_phone on customer (organisation_id, phone);

create function refuse_illegal_transition() returns trigger
    language plpgsql as
$$
declare
    was   text := case when tg_op = 'INSERT' then 'start' else old.state end;
    legal boolean;
begin
    if tg_op = 'UPDATE' and new.state = old.state then
        return new;
    end if;
    execute format('select exists (select from %I where from_state = $1 and to_state = $2)', tg_argv[0])
        into legal using was, new.state;
    if not legal then
        raise exception '%: % -> % is not a legal transition', tg_table_name, was, new.state
            using errcode = 'check_violation', constraint = tg_argv[0];
    end if;
    return new;
end
$$;
comment on function refuse_illegal_transition() is
    'Trigger: refuses (check_violation) a change of state that the table named by its argument does not list. A new row comes from ''start''.';
