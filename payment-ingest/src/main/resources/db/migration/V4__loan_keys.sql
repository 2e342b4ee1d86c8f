-- The wrapped key of what is sealed in the event, until Kafka has both: from then on only the topic keeps it, where a
-- tombstone erases it.
alter table accepted_event add column wrapped_key text;
