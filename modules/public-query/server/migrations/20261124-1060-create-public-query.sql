create schema public_query;

-- What a citizen may find again: one party of one case. No name, no phone, no word of what happened.
create table public_query.receipt (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  party_id uuid not null,
  number text collate "C" not null,
  kind text collate "C" not null check (kind in ('administrative', 'criminal')),
  role text collate "C" not null check (role in ('reporter', 'complainant', 'victim')),
  phone_hash bytea,
  code_hash bytea not null,
  sensitivity text collate "C" not null check (sensitivity in ('none', 'domestic', 'sexual', 'minor', 'operational')),
  is_hidden boolean not null,
  unit_code char(12) collate "C" not null,
  unit_name_zh text not null,
  unit_name_en text not null,
  unit_contact text,
  bureau_name_zh text not null,
  bureau_name_en text not null,
  issued_at timestamptz not null,
  primary key (bureau_code, id)
);
create index receipt_by_number on public_query.receipt (bureau_code, number);
create index receipt_by_case on public_query.receipt (bureau_code, case_id);

-- One point that a case has reached, and the clock of the step that follows it. Facts are added, never overwritten by later ones.
create table public_query.milestone (
  bureau_code char(12) collate "C" not null,
  receipt_id uuid not null,
  position integer not null,
  milestone text collate "C" not null,
  occurred_at timestamptz not null,
  due_rule text collate "C",
  due_started_at timestamptz,
  due_first_at timestamptz,
  due_at timestamptz,
  due_state text collate "C" check (due_state in ('running', 'met', 'stopped', 'cancelled')),
  due_met_at timestamptz,
  due_is_provisional boolean,
  due_extensions smallint,
  due_stopped_since timestamptz,
  due_stopped_for jsonb,
  primary key (bureau_code, receipt_id, position),
  foreign key (bureau_code, receipt_id) references public_query.receipt (bureau_code, id) on delete cascade
);

-- What a citizen sets off; the worker picks it up. The phone is wiped once the request is done.
create table public_query.request (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  kind text collate "C" not null check (kind in ('send-code', 'viewed')),
  number text collate "C",
  phone_sealed bytea,
  receipt_id uuid,
  language text collate "C" not null check (language in ('zh', 'en')),
  asked_at timestamptz not null,
  state text collate "C" not null default 'open' check (state in ('open', 'done')),
  attempts smallint not null default 0,
  run_after timestamptz not null,
  picked_at timestamptz,
  primary key (bureau_code, id)
);
create index request_open on public_query.request (run_after) where state = 'open';
create index request_old on public_query.request (asked_at) where state = 'done';

create table public_query.code (
  bureau_code char(12) collate "C" not null,
  receipt_id uuid not null,
  id uuid not null,
  code_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz,
  primary key (bureau_code, receipt_id, id)
);

-- Tries and failures of one day: of an address, a number, a phone, and of number and phone together. All keys are keyed hashes.
create table public_query.throttle (
  bureau_code char(12) collate "C" not null,
  day date not null,
  kind text collate "C" not null check (kind in ('address', 'number', 'party', 'phone', 'request')),
  key_hash bytea not null,
  tries integer not null,
  failures integer not null default 0,
  failed_at timestamptz,
  primary key (bureau_code, day, kind, key_hash)
);

-- An opened page; what is left of it afterwards is the trail that the party reads.
create table public_query.view (
  bureau_code char(12) collate "C" not null,
  token_hash bytea not null,
  receipt_id uuid not null,
  way text collate "C" not null check (way in ('sms', 'receipt')),
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (bureau_code, token_hash)
);
create index view_by_receipt on public_query.view (bureau_code, receipt_id, opened_at desc);
