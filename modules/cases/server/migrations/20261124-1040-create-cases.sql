create schema cases;

create table cases.case (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  number text collate "C" not null,
  kind text collate "C" not null check (kind in ('administrative', 'criminal')),
  stage text collate "C" not null check (stage in ('accepted', 'filed', 'not-filed', 'transferred', 'decided')),
  stage_since timestamptz not null,
  outcome text collate "C" check (outcome in ('penalty', 'not-punished', 'mediated', 'ended')),
  cause_code text collate "C" not null,
  -- Narrative, sensitive text: neither in logs nor in URLs.
  matter text not null,
  unit_code char(12) collate "C" not null,
  holder_id uuid not null,
  holder_name text not null,
  secrecy text collate "C" not null check (secrecy in ('ordinary', 'secret')),
  sensitivity text collate "C" not null check (sensitivity in ('none', 'domestic', 'sexual', 'minor', 'operational')),
  incident_id uuid,
  incident_number text collate "C",
  reported_at timestamptz not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  created_by uuid not null,
  input_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, number),
  check ((outcome is not null) = (stage = 'decided'))
);
create index case_by_time on cases.case (bureau_code, opened_at desc, id desc);
create index case_by_unit on cases.case (bureau_code, unit_code, opened_at desc, id desc);
create index case_by_stage on cases.case (bureau_code, stage, opened_at desc, id desc);
create index case_over_bureaus on cases.case (opened_at desc, id desc);
create index case_by_incident on cases.case (bureau_code, incident_id) where incident_id is not null;

-- Every move of a case, as it was decided; nothing here is changed afterwards.
create table cases.stage_log (
  bureau_code char(12) collate "C" not null,
  case_id uuid not null,
  seq smallint not null,
  act text collate "C" not null check (act in ('accept', 'file', 'refuse', 'transfer', 'decide')),
  from_stage text collate "C",
  to_stage text collate "C" not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  by_unit char(12) collate "C" not null,
  reason text,
  -- Keyed hash of what was sent, so that the same click twice is told from another one.
  input_hash bytea not null,
  primary key (bureau_code, case_id, seq),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
revoke update, delete on cases.stage_log from daylight_app;

create table cases.party (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  role text collate "C" not null check (role in ('reporter', 'complainant', 'victim')),
  name_sealed bytea not null,
  phone_sealed bytea,
  phone_hash bytea,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
create index party_by_case on cases.party (bureau_code, case_id);
create index party_by_phone on cases.party (bureau_code, phone_hash) where phone_hash is not null;

-- A receipt belongs to one party of one case. The query code stands only in the sealed facts of its paper.
create table cases.receipt (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  party_id uuid not null,
  form text collate "C" not null check (form in ('acceptance-receipt', 'admin-filing-notice')),
  paper_number text not null,
  paper_sealed bytea not null,
  public_phone_hash bytea,
  public_code_hash bytea not null,
  issued_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id),
  foreign key (bureau_code, party_id) references cases.party (bureau_code, id)
);
revoke update, delete on cases.receipt from daylight_app;
create index receipt_by_case on cases.receipt (bureau_code, case_id);
create index receipt_by_party on cases.receipt (bureau_code, party_id);

-- Papers other than receipts: the notice of refusal to file.
create table cases.paper (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  form text collate "C" not null check (form in ('no-filing-notice')),
  paper_number text not null,
  paper_sealed bytea not null,
  issued_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
revoke update, delete on cases.paper from daylight_app;
create index paper_by_case on cases.paper (bureau_code, case_id);
