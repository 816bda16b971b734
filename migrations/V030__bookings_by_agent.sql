-- What an agent is booked for on a day, read from an index alone: of the free times of a month these were two thirds of the
-- pages, and each lay elsewhere.

-- No topic takes longer than 240 minutes, and no meeting lasts longer than a day: so whatever touches a stretch of time
-- ends less than a day after it.
alter table appointment
    add constraint appointment_within_a_day check (upper(during) - lower(during) <= interval '1 day');

create index appointment_of_agent on appointment (organisation_id, agent_id, upper(during)) include (during, held_until)
    where state in ('held', 'booked', 'arrived', 'serving');

create or replace function free_starts(p_organisation uuid, p_agents uuid[], p_spans tstzmultirange[], p_minutes integer,
                                       p_during tstzrange, p_now timestamptz) returns setof timestamptz
    language sql
    stable as
$$
select distinct starts.at
from unnest(p_agents, p_spans) as duty(agent_id, spans)
         cross join lateral unnest(duty.spans * tstzmultirange(p_during)
    - coalesce((select range_agg(b.during)
                from appointment b
                where b.organisation_id = p_organisation
                  and b.agent_id = duty.agent_id
                  and upper(b.during) > lower(p_during)
                  and upper(b.during) < upper(p_during) + interval '1 day'
                  and b.state in ('held', 'booked', 'arrived', 'serving')
                  and (b.held_until is null or b.held_until > p_now)), '{}'::tstzmultirange)
    - coalesce((select range_agg(p.during)
                from shift_break p
                where p.organisation_id = p_organisation
                  and p.agent_id = duty.agent_id
                  and p.during && p_during), '{}'::tstzmultirange)) as free(stretch)
         cross join lateral meeting_starts(free.stretch, p_minutes) as starts(at)
$$;
