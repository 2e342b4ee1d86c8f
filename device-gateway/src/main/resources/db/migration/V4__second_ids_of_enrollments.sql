-- A wiped phone may show its second IMEI: that is told with each enrollment, so that it is known again after a rebuild.
alter table enrollments add column second_id text;
update enrollments e set second_id = c.second_id
from enrollment_codes c
where c.device_id = e.device_id and c.used_by is not null and c.second_id is not null;
create index enrollments_second on enrollments (second_id) where second_id is not null;
drop index enrollment_codes_second;

-- After a rebuild the first certificate is not known: whoever comes again is given another one.
alter table enrollments alter column certificate drop not null;
