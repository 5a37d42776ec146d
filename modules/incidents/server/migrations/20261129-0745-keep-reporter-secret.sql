-- The person who reported asks that nobody learns who it is, before there is a case: kept from then on, and carried into the case.
alter table incidents.incident add column is_reporter_secret boolean not null default false;
