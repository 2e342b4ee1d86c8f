-- Who works on a loan: the instance that reads its partition of installment-events. Rows from before this migration have
-- no partition until they are written again; whoever reads them computes it. What they left unpublished goes out with
-- partition 0.
alter table loan add column part integer;
alter table loan add column writer text;
alter table loan add column failed_turns integer not null default 0;
-- System time: a turn that failed is tried again then, however the business clock goes.
alter table loan add column retry_at timestamptz;

-- A handset's words are all relayed with one partition, that of the loan which first spoke to it.
alter table device add column part integer;
alter table device add column writer text;

alter table outbox add column part integer not null default 0;
alter table outbox add column writer text;
create index outbox_of_partition on outbox (part, seq);

-- The last instance that was given a partition; a former owner that has not heard of it finds no work any more.
create table partition_claim (
    part  integer primary key,
    owner text not null
);
