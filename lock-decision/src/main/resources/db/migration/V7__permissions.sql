-- The revision by which a handset proves that its screen told the borrower something.
alter table device add column awaited bigint;

-- What a loan waits for that no clock brings: a feed that passes a moment, a brake that is let go, a place under a cap.
alter table loan add column needs_feed_through timestamptz;
alter table loan add column needs_brake_off boolean not null default false;
alter table loan add column needs_place boolean not null default false;
create index loan_needs on loan (partner_id, part)
    where needs_feed_through is not null or needs_brake_off or needs_place;

-- Whether a notice was ordered of which its channel has not said what became of it.
alter table loan add column awaits_receipt boolean not null default false;
create index loan_awaits_receipt on loan (loan_id) where awaits_receipt;
create index device_awaited on device (device_id) where awaited is not null;
