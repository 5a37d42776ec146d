-- A phone may change and a landline may be noted; the hash that the query asks for follows the phone. A party may ask that nobody learns who it is.
alter table cases.party
  add column public_phone_hash bytea,
  add column landline_sealed bytea,
  add column is_identity_secret boolean not null default false;
update cases.party as p set public_phone_hash = r.public_phone_hash
  from cases.receipt as r where r.bureau_code = p.bureau_code and r.party_id = p.id;

-- A receipt that was lost is issued again: the new row names the one it replaces, which is void from then on.
alter table cases.receipt
  add column replaces_id uuid,
  add column reissue_number smallint not null default 0,
  add constraint receipt_replaced_once unique (bureau_code, replaces_id),
  add foreign key (bureau_code, replaces_id) references cases.receipt (bureau_code, id),
  add check ((replaces_id is null) = (reissue_number = 0));

-- The party that a notice is addressed to; until now there was one complainant at most.
alter table cases.paper
  add column party_id uuid,
  add foreign key (bureau_code, party_id) references cases.party (bureau_code, id);
update cases.paper as n set party_id = (
  select p.id from cases.party as p
  where p.bureau_code = n.bureau_code and p.case_id = n.case_id and p.role = 'complainant' order by p.id limit 1);

-- What was done about a party at the counter, why, and how it was checked who stood there. No number of an identity card.
create table cases.party_change (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  party_id uuid not null,
  kind text collate "C" not null check (kind in ('added', 'phone-changed', 'receipt-reissued', 'identity-secret', 'identity-open')),
  reason text,
  identity_check text collate "C" check (identity_check in ('id-card', 'other-document', 'known', 'representative')),
  old_phone_sealed bytea,
  new_phone_sealed bytea,
  receipt_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  by_unit char(12) collate "C" not null,
  -- Keyed hash of what was sent, so that the same click twice is told from another one.
  input_hash bytea not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id),
  foreign key (bureau_code, party_id) references cases.party (bureau_code, id),
  foreign key (bureau_code, receipt_id) references cases.receipt (bureau_code, id)
);
revoke update, delete on cases.party_change from daylight_app;
create index party_change_by_case on cases.party_change (bureau_code, case_id);
