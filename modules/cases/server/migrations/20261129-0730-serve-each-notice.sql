-- How, when and by whom a notice reached the complainant it is made out for; written once.
create table cases.paper_service (
  bureau_code char(12) collate "C" not null,
  paper_id uuid not null,
  case_id uuid not null,
  way text collate "C" not null check (way in ('in-person', 'left-behind', 'by-post', 'electronic', 'by-phone')),
  served_at timestamptz not null,
  recorded_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  by_unit char(12) collate "C" not null,
  -- Keyed hash of what was sent, so that the same click twice is told from another one.
  input_hash bytea not null,
  primary key (bureau_code, paper_id),
  foreign key (bureau_code, paper_id) references cases.paper (bureau_code, id),
  foreign key (bureau_code, case_id) references cases.case (bureau_code, id)
);
revoke update, delete on cases.paper_service from daylight_app;
create index paper_service_by_case on cases.paper_service (bureau_code, case_id);

-- The days of service are owed to each complainant: the clock that those of one refusal shared becomes one for each of them.
insert into deadlines.clock (bureau_code, id, subject, rule, started_at, due_at, provisional, standing, state, met_at, events,
    unit_code, holder_id, second_id, secrecy, recorded_at)
  select c.bureau_code, gen_random_uuid(), c.subject || '/' || n.party_id, c.rule, c.started_at, c.due_at, c.provisional, c.standing, c.state,
    c.met_at, c.events, c.unit_code, c.holder_id, c.second_id, c.secrecy, c.recorded_at
  from deadlines.clock as c
  join cases.paper as n on n.bureau_code = c.bureau_code and n.form = 'no-filing-notice' and n.party_id is not null
    and 'case:' || n.case_id = c.subject
  where c.rule = 'no_filing_notice_service'
  on conflict do nothing;
delete from deadlines.clock as c
  where c.rule = 'no_filing_notice_service' and c.subject not like '%/%'
    and exists (select 1 from deadlines.clock as own where own.bureau_code = c.bureau_code and own.rule = c.rule and own.subject like c.subject || '/%');
