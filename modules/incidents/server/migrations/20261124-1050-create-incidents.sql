create schema incidents;

create table incidents.incident (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  number text collate "C" not null,
  state text collate "C" not null check (state in ('received', 'dispatched', 'signed', 'arrived', 'disposed')),
  source text collate "C" not null check (source in ('110', 'counter', 'online', 'transfer')),
  category text collate "C" not null,
  grade text collate "C" not null check (grade in ('I', 'II', 'III', 'IV')),
  -- Narrative, sensitive text: neither in logs nor in URLs.
  summary text not null,
  reporter_name_sealed bytea,
  reporter_phone_sealed bytea,
  reporter_phone_hash bytea,
  place_sealed bytea not null,
  -- The unit that holds it: the desk until it is dispatched.
  unit_code char(12) collate "C" not null,
  desk_code char(12) collate "C" not null,
  holder_id uuid,
  holder_name text,
  secrecy text collate "C" not null check (secrecy in ('ordinary', 'secret')),
  sensitivity text collate "C" not null check (sensitivity in ('none', 'domestic', 'sexual', 'minor', 'operational')),
  received_at timestamptz not null,
  dispatched_at timestamptz,
  signed_at timestamptz,
  arrived_at timestamptz,
  disposed_at timestamptz,
  disposition text collate "C" check (disposition in ('administrative-case', 'criminal-case', 'not-accepted', 'mediated', 'transferred', 'helped', 'no-police-matter')),
  disposition_note text,
  proposed_cause text collate "C",
  case_id uuid,
  case_number text collate "C",
  created_by uuid not null,
  input_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, number)
);
create index incident_by_time on incidents.incident (bureau_code, received_at desc, id desc);
create index incident_by_unit on incidents.incident (bureau_code, unit_code, received_at desc, id desc);
create index incident_over_bureaus on incidents.incident (received_at desc, id desc);
create index incident_open on incidents.incident (bureau_code, unit_code, received_at) where state <> 'disposed';
create index incident_awaits_filing on incidents.incident (bureau_code, unit_code, disposed_at)
  where disposition = 'administrative-case' and case_id is null;
create index incident_by_phone on incidents.incident (bureau_code, reporter_phone_hash, received_at desc) where reporter_phone_hash is not null;

-- Every step of an incident, as it was taken; nothing here is changed afterwards.
create table incidents.step_log (
  bureau_code char(12) collate "C" not null,
  incident_id uuid not null,
  seq smallint not null,
  step text collate "C" not null check (step in ('receive', 'dispatch', 'sign', 'arrive', 'dispose', 'file-case')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  by_unit char(12) collate "C" not null,
  -- To whom it was dispatched.
  target_unit char(12) collate "C",
  disposition text collate "C",
  note text,
  -- Keyed hash of what was sent, so that the same click twice is told from another one.
  input_hash bytea not null,
  primary key (bureau_code, incident_id, seq),
  foreign key (bureau_code, incident_id) references incidents.incident (bureau_code, id)
);
revoke update, delete on incidents.step_log from daylight_app;
