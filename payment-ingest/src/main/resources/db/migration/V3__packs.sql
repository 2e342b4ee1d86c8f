-- The version of the jurisdiction pack that a policy was found to keep to when it was first kept; none for older ones.
alter table policy_version add column pack text;
