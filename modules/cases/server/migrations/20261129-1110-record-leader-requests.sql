-- What leaders asked about a case, written down by who handles it. Nobody changes or removes it, the writer neither.
create table cases.leader_request (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null check (kind in ('within-duty', 'asks-after', 'asks-for-treatment', 'unclear')),
  way text not null check (way in ('in-person', 'phone', 'message', 'written', 'through-others')),
  -- Name, unit and post of who asked, and what was asked, in the officer's words.
  asked_sealed bytea not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  input_hash bytea not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
create index leader_request_by_case on cases.leader_request (bureau_code, case_id, occurred_at);
revoke update, delete on cases.leader_request from daylight_app;
