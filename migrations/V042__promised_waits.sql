-- A wait for a meeting that lasts longer than was promised, and a meeting that goes on by telephone.

alter table meeting
    add column apologised_at timestamptz;
comment on column meeting.apologised_at is
    'When the customer was told that the wait has become longer than promised; null when it has not.';

insert into meeting_transition
values ('live', 'turned', 'choose another way');
