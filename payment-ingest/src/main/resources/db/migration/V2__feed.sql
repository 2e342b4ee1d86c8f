-- A feed is complete when nothing that was reserved before is open: reservations are counted, and open ones are few.
alter table accepted_event add column number bigint generated always as identity;
create index accepted_event_number on accepted_event (partner_id, number);
create index accepted_event_open on accepted_event (partner_id, number) where done_at is null;
