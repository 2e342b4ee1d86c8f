-- How many loans of each partner govern a handset, counted as they begin and end: who needs to know does not look at the
-- loans. Only the sum over a partner's partitions counts; loans from before partitions were noted stand in partition 0.
create table fleet (
    partner_id text not null,
    part       integer not null,
    loans      bigint not null,
    primary key (partner_id, part)
) with (fillfactor = 50);
insert into fleet select partner_id, coalesce(part, 0), count(*) from loan where phase = 'GOVERNING' group by 1, 2;
