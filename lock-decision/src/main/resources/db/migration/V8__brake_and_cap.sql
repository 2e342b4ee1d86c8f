-- Since when money waits for a loan, by the business clock. What was parked before counts from when it was paid.
alter table parked_payment add column parked_at timestamptz;
update parked_payment set parked_at = counts_from;
alter table parked_payment alter column parked_at set not null;
create index parked_payment_waiting on parked_payment (partner_id, parked_at) where claimed_by is null;

-- How many payments came in each of the last 24 clock hours. A slot is taken over by the same hour of the next day.
create table received (
    partner_id text not null,
    part       integer not null,
    slot       integer not null,
    hour       timestamptz not null,
    payments   bigint not null,
    primary key (partner_id, part, slot)
) with (fillfactor = 50);

-- The brakes as they were announced last; off if there is no cause, or no row.
create table brake (
    partner_id     text not null,
    policy_name    text not null,
    policy_version integer not null,
    part           integer not null,
    cause          text,
    changes        bigint not null,
    primary key (partner_id, policy_name, policy_version, part)
);

-- The newest hour of each partner in which something could be taken: of how many loans its share is, and how many places
-- are used.
create table cap_hour (
    partner_id text primary key,
    hour       timestamptz not null,
    fleet      bigint not null,
    taken      bigint not null,
    batches    integer not null,
    open_batch text
) with (fillfactor = 50);

create table cap_batch (
    partner_id  text not null,
    batch_id    text not null,
    proposed_at timestamptz not null,
    released_at timestamptz,
    primary key (partner_id, batch_id)
);
create index cap_batch_released on cap_batch (partner_id, batch_id) where released_at is not null;

-- An approval may come before its batch is known here: it is kept all the same.
create table cap_approval (
    partner_id   text not null,
    batch_id     text not null,
    approver     text not null,
    seq          bigint generated always as identity,
    requested_at timestamptz not null,
    primary key (partner_id, batch_id, approver)
);

-- The batch that a loan waits in, or that freed it of the need of a place.
alter table loan add column batch_id text;
create index loan_in_batch on loan (partner_id, batch_id) where needs_place;

-- All that a loan's need is compared with stands in the index: those whose need is not met are not touched.
drop index loan_needs;
create index loan_needs on loan (partner_id, policy_name, policy_version, part, needs_brake_off,
    (coalesce(needs_feed_through, timestamptz '-infinity')))
    where needs_feed_through is not null or needs_brake_off;

-- How large a fleet is, and which policies have loans in a partition, without a look at the loans.
create index loan_governing on loan (partner_id, policy_name, policy_version, part) where phase = 'GOVERNING';
