-- Two enrollments may claim one handset until somebody decides.
alter table device add column rival integer;
alter table device add column settled integer not null default 0;
