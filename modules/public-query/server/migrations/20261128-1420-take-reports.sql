-- A report typed on the web waits here, sealed, until its phone is confirmed: the worker's turn (open), the citizen's (waiting), over (done).
alter table public_query.request
  drop constraint request_state_check,
  add constraint request_state_check check (state in ('open', 'waiting', 'done')),
  -- What was typed; wiped when the incident is registered, and with the row when no code came in time.
  add column report_sealed bytea,
  -- Keyed hash of the ticket that the answered page holds, together with the phone.
  add column ticket_hash bytea,
  add column confirmed_at timestamptz;
create unique index request_by_ticket on public_query.request (bureau_code, ticket_hash) where ticket_hash is not null;
-- why: each kind of work finds its own by itself, so that a flood of reports does not stand before the codes of a query.
drop index public_query.request_open;
create index request_open on public_query.request (run_after) where state = 'open' and kind <> 'report';
create index request_reports on public_query.request ((confirmed_at is null), run_after) where state = 'open' and kind = 'report';
create index request_waiting on public_query.request (run_after) where state = 'waiting';

alter table public_query.throttle
  drop constraint throttle_kind_check,
  add constraint throttle_kind_check check (kind in ('address', 'number', 'party', 'phone', 'request', 'report-address', 'report-code', 'report-phone'));
