-- Decisions as they came back from their topic, so that one can be looked up by its loan and explained. The topic is the
-- truth: without these rows, and without the marks of loan-decisions in consumed, they are read from it again.
create table decision_record (
    loan_id    text not null,
    number     bigint not null,
    decided_at timestamptz not null,
    type       text not null,
    content    text not null,
    primary key (loan_id, number)
);
