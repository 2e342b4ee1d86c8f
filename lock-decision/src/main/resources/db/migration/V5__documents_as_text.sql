-- Documents are written and read as a whole, and by us alone. As jsonb each would be taken apart and put together again on
-- both sides of the wire, a seventh of this service's work. Whoever looks by hand casts: content::jsonb.
alter table loan alter column content type text;
alter table device alter column stated type text;
alter table partner alter column profile type text;
alter table policy alter column content type text;
