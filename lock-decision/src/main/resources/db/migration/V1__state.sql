-- One row per loan. What is searched by stands in columns; the rest is one document, read and written as a whole.
create table loan (
    loan_id        text primary key,
    partner_id     text not null,
    phase          text not null check (phase in ('ANNOUNCED', 'WAITING', 'GOVERNING', 'OVER')),
    device_id      text,
    policy_name    text,
    policy_version integer,
    stage          text not null,
    content        jsonb not null,
    decisions      bigint not null,
    next_deadline  timestamptz,
    waiting_since  timestamptz,
    version        bigint not null
) with (fillfactor = 80);

-- Most loans are over or have no deadline near: only those that time may change are in this index.
create index loan_due on loan (next_deadline) where next_deadline is not null;
create index loan_waiting on loan (waiting_since) where phase = 'WAITING';
-- The law of one loan a handset, kept by the database whatever a reader believed.
create unique index loan_governs_device on loan (device_id) where phase = 'GOVERNING';

create table device (
    device_id   text primary key,
    governed_by text,
    enrollment  integer not null,
    revision    bigint not null,
    stated      jsonb,
    version     bigint not null
) with (fillfactor = 80);

create table parked_payment (
    partner_id  text not null,
    payment_id  text not null,
    loan_id     text not null,
    minor_units bigint not null,
    currency    text not null,
    counts_from timestamptz not null,
    reason      text not null,
    claimed_by  text,
    primary key (partner_id, payment_id)
);
create index parked_payment_unclaimed on parked_payment (loan_id) where claimed_by is null;

create table partner (
    partner_id text primary key,
    profile    jsonb not null
);

create table policy (
    partner_id text not null,
    name       text not null,
    version    integer not null,
    content    jsonb not null,
    primary key (partner_id, name, version)
);

-- Numbered by the database under the locks of the loans and handsets concerned, so the numbers of one handset rise with
-- its revisions.
create table outbox (
    event_id     text primary key,
    seq          bigint generated always as identity unique,
    type         text not null,
    content      text not null,
    time         timestamptz not null,
    recorded     timestamptz not null,
    causation_id text,
    traceparent  text not null
);

create table consumed (
    topic       text not null,
    part        integer not null,
    next_offset bigint not null,
    primary key (topic, part)
);
