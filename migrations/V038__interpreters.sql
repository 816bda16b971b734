-- Interpreters are booked with the appointment. As with agents and rooms, the database itself refuses a second meeting at
-- the same time; it also refuses one outside the interpreter's shifts, or in a language that they do not interpret.

create function are_language_tags(p_tags text[]) returns boolean
    language sql
    immutable as
$$
select coalesce(bool_and(coalesce(tag ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', false)), false)
from unnest(p_tags) as tag
$$;
comment on function are_language_tags(text[]) is
    'Whether there is at least one, and each has the shape of a BCP 47 language tag: ar, ckb, zh-Hant, fse. Whether there is such a language nobody checks.';

create table interpreter
(
    organisation_id uuid   not null references organisation,
    id              uuid   not null,
    name            text   not null check (char_length(name) between 1 and 200),
    languages       text[] not null check (are_language_tags(languages)),
    left_at         timestamptz,
    primary key (organisation_id, id)
);
comment on table interpreter is
    'A person who interprets between customers and agents. Not an agent: an interpreter sees no cases and signs in nowhere.';
comment on column interpreter.languages is
    'What they interpret from and into the languages of the municipality, as BCP 47 tags; a sign language is one of its own: fse is Finnish Sign Language, fss Finland-Swedish Sign Language.';

create table interpreter_shift
(
    organisation_id uuid      not null,
    id              uuid      not null,
    interpreter_id  uuid      not null,
    during          tstzrange not null check (not isempty(during)),
    primary key (organisation_id, id),
    foreign key (organisation_id, interpreter_id) references interpreter,
    constraint interpreter_shift_one_at_a_time
        exclude using gist (organisation_id with =, interpreter_id with =, during with &&)
);
comment on table interpreter_shift is
    'When an interpreter can be booked, in every way of meeting and at every point: where they sit is their own business.';
create index interpreter_shift_during on interpreter_shift using gist (organisation_id, during);

alter table appointment
    add column interpreter_id       uuid,
    add column interpreter_language text,
    add constraint appointment_interpreter
        foreign key (organisation_id, interpreter_id) references interpreter,
    add constraint appointment_interpreter_language check ((interpreter_id is null) = (interpreter_language is null)),
    add constraint appointment_interpreter_free
        exclude using gist (organisation_id with =, interpreter_id with =, during with &&)
        where (interpreter_id is not null and state in ('held', 'booked', 'arrived', 'serving'));
comment on column appointment.interpreter_id is
    'Who interprets in this meeting; null where nobody is booked to, also when the customer asked for a language that nobody here interprets.';
comment on column appointment.interpreter_language is 'Which of their languages the interpreter was booked for.';
comment on column case_record.interpreter_language is
    'Only with the need of an interpreter: the BCP 47 tag of a language that somebody here interprets, or the customer''s own words.';

create function interpreter_on_shift(p_organisation uuid, p_interpreter uuid, p_during tstzrange) returns boolean
    language sql
    stable as
$$
select coalesce(range_agg(s.during) @> p_during, false)
from interpreter_shift s
where s.organisation_id = p_organisation
  and s.interpreter_id = p_interpreter
  and s.during && p_during
$$;
comment on function interpreter_on_shift(uuid, uuid, tstzrange) is
    'Whether the interpreter is on shift for all of p_during; two shifts that adjoin are as good as one.';

create function keep_to_interpreters_shifts() returns trigger
    language plpgsql as
$$
declare
    there boolean;
begin
    -- Shared locks: whoever ends the shift, or takes the language away, waits until this meeting is made or not.
    perform
    from interpreter i
    where i.organisation_id = new.organisation_id
      and i.id = new.interpreter_id
      and i.left_at is null
      and new.interpreter_language = any (i.languages)
        for share;
    there := found;
    perform
    from interpreter_shift s
    where s.organisation_id = new.organisation_id
      and s.interpreter_id = new.interpreter_id
      and s.during && new.during
        for share;
    if not there or not interpreter_on_shift(new.organisation_id, new.interpreter_id, new.during) then
        if tg_op = 'INSERT' then
            return null;
        end if;
        raise exception 'The interpreter is not on shift for this' using errcode = 'exclusion_violation';
    end if;
    return new;
end
$$;
comment on function keep_to_interpreters_shifts() is
    'Trigger: an appointment is not made (no row, as when somebody was quicker) with an interpreter who has left, does not interpret its language or is not on shift for all of it; one that exists is not changed so (exclusion_violation).';
create trigger appointment_interpreters_shift
    before insert or update of interpreter_id, interpreter_language, during
    on appointment
    for each row
    when (new.interpreter_id is not null)
execute function keep_to_interpreters_shifts();

create function interpreters_free(p_organisation uuid, p_language text, p_during tstzrange, p_now timestamptz)
    returns table
            (
                interpreter_id uuid,
                spans          tstzmultirange
            )
    language sql
    stable as
$$
select one.id, one.spans
from (select i.id,
             duty.spans * tstzmultirange(p_during)
                 - coalesce((select range_agg(b.during)
                             from appointment b
                             where b.organisation_id = p_organisation
                               and b.interpreter_id = i.id
                               and b.during && p_during
                               and b.state in ('held', 'booked', 'arrived', 'serving')
                               and (b.held_until is null or b.held_until > p_now)), '{}'::tstzmultirange) as spans
      from interpreter i
               cross join lateral (select range_agg(s.during) as spans
                                   from interpreter_shift s
                                   where s.organisation_id = p_organisation
                                     and s.interpreter_id = i.id
                                     and s.during && p_during) as duty
      where i.organisation_id = p_organisation
        and i.left_at is null
        and p_language = any (i.languages)) as one
where not isempty(one.spans)
$$;
comment on function interpreters_free(uuid, text, tstzrange, timestamptz) is
    'Who interprets the language, and when within p_during: shifts less bookings and live holds. Those who cannot at all are left out.';

create function free_times_interpreted(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_minutes integer,
                                       p_language text, p_skills text[], p_features text[], p_from timestamptz,
                                       p_until timestamptz, p_zone text, p_now timestamptz, p_most integer,
                                       p_interpreter text)
    returns table
            (
                starts timestamptz,
                ends   timestamptz
            )
    language plpgsql
    stable
    set plan_cache_mode = force_generic_plan as
$$
declare
    lasts   constant interval := make_interval(mins => p_minutes);
    missing integer           := p_most;
    found_today integer;
    day     timestamp;
    today   tstzrange;
    beside  tstzmultirange[];
    agents  uuid[];
    spans   tstzmultirange[];
begin
    for day in
        select generate_series(date_trunc('day', p_from at time zone p_zone), p_until at time zone p_zone, interval '1 day')
        loop
            today := tstzrange(greatest(p_from, day at time zone p_zone),
                               least(p_until, (day + interval '1 day') at time zone p_zone));
            continue when isempty(today);

            -- First whoever is scarce: a day without an interpreter costs one question.
            select array_agg(i.spans) into beside
            from interpreters_free(p_organisation, p_interpreter, today, p_now) i;
            continue when beside is null;

            with duty as materialized (
                select sh.agent_id,
                       tstzmultirange(sh.during * today)
                           * case when p_mode = 'in-person' then (select point_open(p_organisation, p_point, day::date))
                                  else tstzmultirange(today) end as spans
                from shifts_for(p_organisation, p_mode, p_point, today) sh),
                 suitable as materialized (
                     select unnest(suitable_agents(p_organisation, array(select d.agent_id from duty d), p_topic,
                                                   p_language, p_skills)) as agent_id)
            select array_agg(d.agent_id), array_agg(d.spans)
            into agents, spans
            from duty d
            where not isempty(d.spans)
              and coalesce(d.agent_id in (select s.agent_id from suitable s), false);
            continue when agents is null;

            -- Cut into meetings where an agent and an interpreter are there together, and not where the agent is and then
            -- asked whether an interpreter happens to be: half an hour with both would be missed between two of those.
            return query
                select n.at, n.at + lasts
                from (select distinct f.at
                      from unnest(beside) as interpreter(free)
                               cross join lateral free_starts(
                              p_organisation, agents,
                              array(select a.spans * interpreter.free
                                    from unnest(spans) with ordinality as a(spans, place)
                                    order by a.place),
                              p_minutes, today, p_now) as f(at)
                      order by f.at) as n
                where p_mode <> 'in-person'
                   or any_room_free(p_organisation, p_point, p_features, tstzrange(n.at, n.at + lasts), p_now)
                limit missing;
            get diagnostics found_today = row_count;
            missing := missing - found_today;
            exit when missing <= 0;
        end loop;
end
$$;
comment on function free_times_interpreted(uuid, text, uuid, uuid, integer, text, text[], text[], timestamptz, timestamptz, text, timestamptz, integer, text) is
    'As free_times, but only when an interpreter of the language p_interpreter is on shift and free for the whole meeting as well; in order.';

create function free_agents_interpreted(p_organisation uuid, p_mode text, p_point uuid, p_topic uuid, p_language text,
                                        p_skills text[], p_features text[], p_during tstzrange, p_now timestamptz,
                                        p_interpreter text)
    returns table
            (
                agent_id       uuid,
                room_id        uuid,
                interpreter_id uuid
            )
    language sql
    stable as
$$
with beside as materialized (
    select i.interpreter_id, row_number() over (order by random()) as place
    from interpreters_free(p_organisation, p_interpreter, p_during, p_now) i
    where i.spans @> p_during),
     who as materialized (
         select f.agent_id, f.room_id, row_number() over (order by random()) as place
         from free_agents(p_organisation, p_mode, p_point, p_topic, p_language, p_skills, p_features, p_during, p_now) f
         where exists (select from beside))
select who.agent_id, who.room_id, beside.interpreter_id
from who
         join beside using (place)
$$;
comment on function free_agents_interpreted(uuid, text, uuid, uuid, text, text[], text[], tstzrange, timestamptz, text) is
    'As free_agents, each with an interpreter of the language p_interpreter, paired by lot: no row when there is no interpreter or nobody, and whoever finds a pair taken meanwhile asks again.';
