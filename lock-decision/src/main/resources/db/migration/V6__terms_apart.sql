-- What was signed is the largest part of a loan and hardly ever changes: apart, it is written once, and each payment
-- writes only what it changes.
alter table loan add column terms text;
update loan set terms = content::jsonb ->> 'terms', content = (content::jsonb - 'terms')::text where phase <> 'ANNOUNCED';
