-- Numbers that a kiosk gives by itself while the line is away, and that are made into tickets when it is back.

create table offline_point
(
    organisation_id uuid        not null,
    point_id        uuid        not null,
    allowed_at      timestamptz not null,
    allowed_by      uuid        not null,
    primary key (organisation_id, point_id),
    foreign key (organisation_id, point_id) references service_point,
    foreign key (organisation_id, allowed_by) references agent
);
comment on table offline_point is 'The points whose kiosks may give numbers while the line is away.';

create table offline_range
(
    organisation_id uuid    not null,
    kiosk_id        uuid    not null,
    point_id        uuid    not null,
    first_number    integer not null check (first_number > 0),
    last_number     integer not null check (last_number >= first_number),
    primary key (organisation_id, kiosk_id),
    foreign key (organisation_id, kiosk_id) references kiosk,
    foreign key (organisation_id, point_id) references service_point,
    -- No two kiosks of a point ever give the same number.
    constraint offline_range_apart
        exclude using gist (organisation_id with =, point_id with =, int4range(first_number, last_number, '[]') with &&)
);
comment on table offline_range is
    'The numbers that this kiosk alone gives: the first half on one day, the second half on the next, so that none is given again while somebody still waits with it from before midnight. They stay its own when the point no longer allows it: some may be on their way.';

-- Told a day later, or more: nobody waits with it any longer, but it was given and is on its case.
insert into ticket_transition
values ('start', 'left', 'told too late');

alter table ticket
    add column offline_kiosk_id uuid,
    add constraint ticket_offline_kiosk foreign key (organisation_id, offline_kiosk_id) references kiosk;
comment on column ticket.offline_kiosk_id is
    'The kiosk that gave the number while the line was away; null where it was given here.';

create function keep_offline_numbers_apart() returns trigger
    language plpgsql as
$$
begin
    if exists (select
               from offline_range r
               where r.organisation_id = new.organisation_id
                 and r.point_id = new.point_id
                 and new.number between r.first_number and r.last_number
                 and r.kiosk_id is distinct from new.offline_kiosk_id)
        or (new.offline_kiosk_id is not null
            and not exists (select
                            from offline_range r
                            where r.organisation_id = new.organisation_id
                              and r.point_id = new.point_id
                              and r.kiosk_id = new.offline_kiosk_id
                              and new.number between r.first_number and r.last_number)) then
        raise exception 'The number is another''s to give'
            using errcode = 'check_violation', constraint = 'offline_range_apart';
    end if;
    return new;
end
$$;
comment on function keep_offline_numbers_apart() is
    'Trigger of ticket: a number that is reserved for a kiosk is given by that kiosk alone, and a kiosk gives no other by itself (check_violation).';
create trigger ticket_offline_apart
    before insert
    on ticket
    for each row
execute function keep_offline_numbers_apart();
