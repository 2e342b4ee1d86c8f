create table enrollment_codes (
  code_hash text primary key,
  partner_id text not null,
  loan_id text not null,
  device_id text not null,
  second_id text,
  expires_at timestamptz not null,
  revoked boolean not null default false,
  used_by integer,
  used_by_key text
);
create index enrollment_codes_unused on enrollment_codes (loan_id) where used_by is null and not revoked;

create table devices (
  device_id text primary key,
  enrollments integer not null
);

create table enrollments (
  device_id text not null references devices,
  enrollment integer not null,
  loan_id text not null,
  partner_id text not null,
  enrolled_at timestamptz not null,
  spki text not null,
  key_thumbprint text not null,
  certificate text not null,
  announced boolean not null default false,
  primary key (device_id, enrollment)
);
create index enrollments_unannounced on enrollments (enrolled_at) where not announced;

-- Not tied to devices: after a rebuild from the topics a token may be known before its enrollment is restored.
create table carried_tokens (
  device_id text primary key,
  enrollment integer not null,
  revision bigint not null,
  token text not null
);
