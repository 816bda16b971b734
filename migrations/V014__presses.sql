-- An impatient thumb, a second tab, a reload and the same link on another device: what a press creates, it creates once.

alter table journey
    add column press uuid,
    add constraint journey_press unique (organisation_id, press);
comment on column journey.press is 'Idempotency key of the press that began it: the same press again finds the same journey.';

alter table appointment
    add column choosing uuid;
comment on column appointment.choosing is
    'What a customer chooses a time for, once: one journey as a rule. Null where an agent books.';

-- One choosing holds one time, and books one: two tabs cannot hold two.
create unique index appointment_one_per_choosing on appointment (organisation_id, choosing)
    where state in ('held', 'booked', 'arrived', 'serving');

-- Of calls that were promised twice, the one asked for last stays.
update call_back earlier
set state    = 'cancelled',
    ended_at = now()
where earlier.state = 'waiting'
  and exists (select
              from call_back later
              where later.organisation_id = earlier.organisation_id
                and later.case_id = earlier.case_id
                and later.state in ('waiting', 'calling')
                and (later.asked_at, later.id) > (earlier.asked_at, earlier.id));

-- Whoever asks again while a call is promised has that call moved: nobody is rung twice.
create unique index call_back_one_per_case on call_back (organisation_id, case_id)
    where state in ('waiting', 'calling');

alter table case_entry
    add column press uuid,
    add constraint case_entry_press unique (organisation_id, press);
comment on column case_entry.press is
    'Idempotency key of what a customer told: the same words from two tabs are one entry. Null where nobody pressed.';
