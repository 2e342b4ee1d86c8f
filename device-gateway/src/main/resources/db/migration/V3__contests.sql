-- Two enrollments may claim one device until somebody decides.
alter table devices add column rival integer;
alter table devices add column settled integer not null default 0;

create table contests (
  device_id text not null references devices,
  enrollment integer not null,
  rival integer not null,
  loan_id text not null,
  partner_id text not null,
  contested_at timestamptz not null,
  settled_enrollment integer,
  kept integer,
  settled_at timestamptz,
  announced boolean not null default false,
  primary key (device_id, enrollment)
);
create index contests_unannounced on contests (contested_at) where not announced;
create index contests_waiting on contests (device_id) where settled_at is null;

-- A token names whom it is for itself, and may name two.
alter table carried_tokens drop column enrollment;
