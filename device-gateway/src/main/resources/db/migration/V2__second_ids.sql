-- A wiped phone may show its second IMEI.
create index enrollment_codes_second on enrollment_codes (second_id) where used_by is not null;
