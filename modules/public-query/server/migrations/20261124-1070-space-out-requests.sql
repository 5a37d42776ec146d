-- From which address a request came, as a keyed hash, for as long as it is open: those of one address wait for each other, not others for them.
alter table public_query.request add column address_hash bytea;
create index request_by_address on public_query.request (address_hash) where state = 'open';
