-- What citizens may set off besides a code and a look: a report, and word that they disagree.
alter table public_query.request
  drop constraint request_kind_check,
  add constraint request_kind_check check (kind in ('send-code', 'viewed', 'report', 'disagree'));
