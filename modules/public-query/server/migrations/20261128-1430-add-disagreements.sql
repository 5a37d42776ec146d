-- When a case was closed: with the setting of its bureau it says until when the page may be opened.
alter table public_query.receipt add column closed_at timestamptz;

-- What a bureau sets for its query. A bureau without a row has the default of the program.
create table public_query.setting (
  bureau_code char(12) collate "C" not null,
  shown_days integer not null check (shown_days between 190 and 3650),
  set_at timestamptz not null,
  set_by uuid not null,
  set_by_name text not null,
  primary key (bureau_code)
);
revoke delete on public_query.setting from daylight_app;

-- What citizens may set off besides: word that a look was not theirs.
alter table public_query.request
  drop constraint request_kind_check,
  add constraint request_kind_check check (kind in ('send-code', 'viewed', 'report', 'disagree', 'not-me'));

-- A party disagrees with a point of their case; it is the party's, whichever receipt they hold by then. The answer is written once, by the case centre, and read by the party on their page.
create table public_query.disagreement (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  party_id uuid not null,
  position integer not null,
  milestone text collate "C" not null,
  text_sealed bytea,
  said_at timestamptz not null,
  answer_sealed bytea,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  answer_hash bytea,
  primary key (bureau_code, id),
  check ((answered_at is null) = (answer_sealed is null) and (answered_at is null) = (answered_by is null))
);
revoke delete on public_query.disagreement from daylight_app;
-- One at a time for each party and point, until it is answered.
create unique index disagreement_open on public_query.disagreement (bureau_code, party_id, position) where answered_at is null;
create index disagreement_by_party on public_query.disagreement (bureau_code, party_id);
create index disagreement_by_time on public_query.disagreement (bureau_code, said_at desc, id desc);
create index disagreement_waiting on public_query.disagreement (bureau_code, said_at desc, id desc) where answered_at is null;
