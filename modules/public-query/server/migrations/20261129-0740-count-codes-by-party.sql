-- Codes of a day are counted for the party, whichever receipt they hold by then.
alter table public_query.code add column party_id uuid;
update public_query.code as c set party_id = r.party_id
  from public_query.receipt as r where r.bureau_code = c.bureau_code and r.id = c.receipt_id;
create index code_by_party on public_query.code (bureau_code, party_id, made_at) where party_id is not null;
