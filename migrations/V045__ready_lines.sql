-- The window of an agent who has the case of somebody who waits in hand finds the customer's before the press that answers.
-- Whoever answers, nobody else stays at the line.

create function leave_the_line_to_who_answered() returns trigger
    language plpgsql as
$$
begin
    update meeting_participant
    set revoked_at = new.answered_at,
        seat       = null,
        browser    = null,
        joined_at  = null
    where organisation_id = new.organisation_id
      and meeting_id = new.id
      and role = 'agent'
      and agent_id <> new.agent_id
      and revoked_at is null;
    return null;
end
$$;
comment on function leave_the_line_to_who_answered() is
    'When an agent answers a meeting: another agent, who had the case in hand, is out at once.';

create trigger meeting_answered
    after update of state
    on meeting
    for each row
    when (new.state = 'live' and old.state <> 'live')
execute function leave_the_line_to_who_answered();

create function refuse_another_agent() returns trigger
    language plpgsql as
$$
begin
    if exists (select
               from meeting m
               where m.organisation_id = new.organisation_id
                 and m.id = new.meeting_id
                 and m.state = 'live'
                 and m.agent_id <> new.agent_id) then
        raise exception 'meeting % was answered by another agent', new.meeting_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
comment on function refuse_another_agent() is
    'In a meeting that was answered there is a seat for the agent who answered, and for no other. Raises check_violation.';

create constraint trigger meeting_participant_answered
    after insert or update of agent_id, revoked_at
    on meeting_participant
    for each row
    when (new.role = 'agent' and new.revoked_at is null)
execute function refuse_another_agent();
