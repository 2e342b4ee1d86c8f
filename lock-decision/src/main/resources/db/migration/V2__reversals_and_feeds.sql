-- Facts know reversals now; no loan that is kept has one.
update loan set content = jsonb_set(content, '{facts,reversals}', '[]');

-- How far each partner's feed is complete, for the loans of one partition each.
create table feed (
    partner_id       text not null,
    part             integer not null,
    complete_through timestamptz not null,
    primary key (partner_id, part)
);
