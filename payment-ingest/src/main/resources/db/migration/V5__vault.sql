-- What no topic has and nobody could build again: what was agreed with partners over HTTP, and their keys, sealed. It has a
-- schema of its own, which is backed up and stays where the rest is dropped to be built again from the topics.
create schema if not exists vault;

create table if not exists vault.partner (
    partner_id text primary key,
    terms      text not null
);

create table if not exists vault.partner_key (
    partner_id text not null,
    key_id     text not null,
    sealed     text not null,
    until      timestamptz,
    kept_at    timestamptz not null,
    primary key (partner_id, key_id)
);

-- How often it changed: whoever looks often reads the rest only then.
create table if not exists vault.changes (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);
insert into vault.changes (number) values (0) on conflict do nothing;
