-- Somebody whom a criminal case is about; not a party, and never shown to one.
create table cases.person (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  role text collate "C" not null check (role in ('suspect')),
  name_sealed bytea not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
revoke delete on cases.person from daylight_app;
create index person_by_case on cases.person (bureau_code, case_id);

-- A coercive measure: an interval on a person of the case. It is ended once and not otherwise changed.
create table cases.measure (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  kind text collate "C" not null check (kind in ('compelled-appearance', 'bail', 'residential-surveillance', 'detention', 'arrest')),
  -- Who decided it: the leader of the bureau; for an arrest the procuratorate.
  decided_by text not null,
  decided_at timestamptz not null,
  began_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  input_hash bytea not null,
  ended_at timestamptz,
  end_reason text,
  end_recorded_at timestamptz,
  end_is_late_entry boolean,
  end_late_reason text,
  end_by_id uuid,
  end_by_name text,
  end_input_hash bytea,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id),
  foreign key (bureau_code, person_id) references cases.person (bureau_code, id),
  check (ended_at >= began_at and (ended_at is null) = (end_reason is null))
);
revoke delete on cases.measure from daylight_app;
create index measure_by_case on cases.measure (bureau_code, case_id, began_at);
