create schema deadlines;

-- Statutory clocks that run, ran or stand still. The subject is opaque: deadlines knows neither cases nor incidents.
create table deadlines.clock (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  subject text collate "C" not null,
  -- Id of the rule in the edition that applies, e.g. admin_case_limit_2025.
  rule text collate "C" not null,
  started_at timestamptz not null,
  due_at timestamptz not null,
  provisional boolean not null,
  standing text collate "C" not null check (standing in ('confirmed', 'secondary', 'unconfirmed')),
  state text collate "C" not null check (state in ('running', 'met', 'stopped', 'cancelled')),
  met_at timestamptz,
  -- What moved it: tiers, extensions, stops, restarts, as the engine reads them.
  events jsonb not null,
  unit_code char(12) collate "C" not null,
  holder_id uuid,
  secrecy text collate "C" not null check (secrecy in ('ordinary', 'secret')),
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, subject, rule),
  check ((state = 'met') = (met_at is not null))
);
-- The sweep for what is due reads this one: its size is what runs, its cost what is due.
create index clock_by_due on deadlines.clock (due_at) where state = 'running';
create index clock_running_by_unit on deadlines.clock (bureau_code, unit_code, due_at) where state = 'running';

create view deadlines.pub_clock as
select bureau_code, id, subject, rule, started_at, due_at, provisional, standing, state, met_at, unit_code, holder_id, secrecy
from deadlines.clock;
