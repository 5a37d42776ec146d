-- A cause told in words where the list has none, the officer who took the report, and the second investigator.
alter table cases.case
  -- Beside `other` only; law and article as the officer wrote them, where they were known.
  add column cause_text text,
  add column cause_law text,
  add column cause_article text,
  add column receiver_id uuid,
  add column receiver_name text,
  add column second_id uuid,
  add column second_name text;
update cases.case set receiver_id = holder_id, receiver_name = holder_name;
alter table cases.case
  alter column receiver_id set not null,
  alter column receiver_name set not null,
  add constraint case_second_check check (second_id <> holder_id and (second_id is null) = (second_name is null));

-- What was changed on the record of a case, as it was and as it became; nothing here is changed afterwards.
create table cases.change_log (
  bureau_code char(12) collate "C" not null,
  case_id uuid not null,
  seq smallint not null,
  kind text collate "C" not null check (kind in ('cause', 'officers', 'disclosure', 'review')),
  was jsonb not null,
  became jsonb not null,
  reason text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  by_unit char(12) collate "C" not null,
  input_hash bytea not null,
  primary key (bureau_code, case_id, seq),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
revoke update, delete on cases.change_log from daylight_app;
