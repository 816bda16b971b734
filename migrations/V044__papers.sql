-- Papers that customers show in a meeting by video: a picture beside the entry that tells of it.

create table case_entry_paper
(
    organisation_id uuid     not null,
    entry_id        uuid     not null,
    case_id         uuid     not null,
    jpeg            bytea    not null check (octet_length(jpeg) between 1 and 4194304),
    width           integer  not null check (width between 1 and 4096),
    height          integer  not null check (height between 1 and 4096),
    primary key (organisation_id, entry_id),
    foreign key (organisation_id, entry_id) references case_entry,
    foreign key (organisation_id, case_id) references case_record
);
-- Compressed already.
alter table case_entry_paper
    alter column jpeg set storage external;
comment on table case_entry_paper is
    'The picture of a paper that the customer showed and gave to the case. Deleting the row erases it; the entry stays.';
comment on column case_entry_paper.jpeg is
    'Encoded anew by the server from what it could decode: nothing that a camera writes beside the picture, such as the place, is in it.';
create index case_entry_paper_case on case_entry_paper (organisation_id, case_id);
