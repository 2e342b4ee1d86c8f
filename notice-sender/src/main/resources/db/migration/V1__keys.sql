-- The keys of loans' personal data, wrapped. A key that is erased is gone, and with it what it sealed.
create table loan_key (
    loan_id text primary key,
    wrapped text not null
);

-- How far each partition of loan-keys was read, committed together with what was read there.
create table consumed (
    part        integer primary key,
    next_offset bigint not null
);
