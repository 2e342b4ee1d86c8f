-- Places of an hour that one instance has put aside: it uses them without asking for the partner's lock. cap_hour.taken counts
-- them all as taken. "upto" is the number of the last one.
create table cap_block (
    partner_id text not null,
    instance   text not null,
    hour       timestamptz not null,
    upto       bigint not null,
    remaining  bigint not null,
    primary key (partner_id, instance)
) with (fillfactor = 50);
