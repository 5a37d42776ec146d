-- Calls after the first about the same matter: each is a line of the incident's history, with its caller sealed.
create table incidents.call (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  incident_id uuid not null,
  -- The step of the history that this call is.
  seq smallint not null,
  channel text collate "C" not null check (channel in ('110', 'counter', 'online', 'transfer')),
  -- Narrative, sensitive text: neither in logs nor in URLs.
  said text not null,
  caller_name_sealed bytea,
  caller_phone_sealed bytea,
  caller_phone_hash bytea,
  called_at timestamptz not null,
  by_id uuid not null,
  input_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, incident_id, seq),
  foreign key (bureau_code, incident_id, seq) references incidents.step_log (bureau_code, incident_id, seq)
);
revoke update, delete on incidents.call from daylight_app;
create index call_by_phone on incidents.call (bureau_code, caller_phone_hash) where caller_phone_hash is not null;

-- Which other incident a line about merging names, on both sides; on the side that was merged, also how it stood before.
create table incidents.merge_line (
  bureau_code char(12) collate "C" not null,
  incident_id uuid not null,
  seq smallint not null,
  other_id uuid not null,
  other_number text not null,
  state_before text collate "C" check (state_before in ('received', 'dispatched', 'signed', 'arrived')),
  secrecy_before text collate "C" check (secrecy_before in ('ordinary', 'secret')),
  sensitivity_before text collate "C" check (sensitivity_before in ('none', 'domestic', 'sexual', 'minor', 'operational')),
  primary key (bureau_code, incident_id, seq),
  foreign key (bureau_code, incident_id, seq) references incidents.step_log (bureau_code, incident_id, seq),
  foreign key (bureau_code, other_id) references incidents.incident (bureau_code, id)
);
revoke update, delete on incidents.merge_line from daylight_app;
