-- Every event that was reserved, pending until Kafka has it. The unique key decides who was first.
create table accepted_event (
    event_id      uuid primary key,
    partner_id    text not null,
    fact_key      text not null,
    type          text not null,
    event         text not null,
    content       text not null,
    event_time    text not null,
    recorded_time text not null,
    traceparent   text not null,
    done_at       timestamptz,
    unique (partner_id, fact_key)
);

-- Several webhook-ids may stand for one event; one webhook-id never stands for two.
create table webhook (
    partner_id text not null,
    webhook_id text not null,
    event_id   uuid not null references accepted_event,
    primary key (partner_id, webhook_id)
);

create table partner_profile (
    partner_id text primary key,
    revision   int not null,
    profile    text not null,
    kept_at    timestamptz not null,
    done       boolean not null
);

create table policy_version (
    partner_id text not null,
    name       text not null,
    version    int not null,
    policy     text not null,
    kept_at    timestamptz not null,
    done       boolean not null,
    primary key (partner_id, name, version)
);
