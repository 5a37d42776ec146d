create schema notifications;

-- One message to one phone. The text is kept as it was sent, with its secrets left out.
create table notifications.message (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  -- Chosen by the module that sends: the same reference twice is the same message.
  reference text collate "C" not null,
  template text collate "C" not null,
  template_version smallint not null,
  parameters jsonb not null,
  language text collate "C" not null check (language in ('zh', 'en')),
  -- Null until a channel has taken it up.
  channel text collate "C",
  recipient_sealed bytea not null,
  recipient_hash bytea not null,
  text text not null,
  -- The full text and the secrets of a message that has any; erased once it is delivered, withdrawn or out of time.
  content_sealed bytea,
  subject text collate "C" not null,
  unit_code char(12) collate "C" not null,
  state text collate "C" not null check (state in ('queued', 'sent', 'delivered', 'failed', 'dropped', 'expired')),
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null,
  expires_at timestamptz not null,
  provider_id text,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  primary key (bureau_code, id),
  unique (bureau_code, reference)
);
create index message_due on notifications.message (next_attempt_at) where state = 'queued';
create index message_ending on notifications.message (expires_at) where state in ('queued', 'failed') or content_sealed is not null;
create index message_stuck on notifications.message (bureau_code, created_at) where state in ('queued', 'failed');

-- What staff read in the application: for one officer, or for a unit, or for one role in a unit.
create table notifications.inbox (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  reference text collate "C" not null,
  template text collate "C" not null,
  template_version smallint not null,
  parameters jsonb not null,
  text_zh text not null,
  text_en text not null,
  unit_code char(12) collate "C" not null,
  role text collate "C",
  officer_id uuid,
  subject text collate "C" not null,
  path text not null check (path like '/staff/%'),
  created_at timestamptz not null,
  primary key (bureau_code, id),
  unique (bureau_code, reference)
);
revoke update on notifications.inbox from daylight_app;
create index inbox_of_officer on notifications.inbox (bureau_code, officer_id, created_at desc) where officer_id is not null;
create index inbox_of_unit on notifications.inbox (bureau_code, unit_code, created_at desc) where officer_id is null;

create table notifications.inbox_read (
  bureau_code char(12) collate "C" not null,
  inbox_id uuid not null,
  officer_id uuid not null,
  read_at timestamptz not null,
  primary key (bureau_code, inbox_id, officer_id),
  foreign key (bureau_code, inbox_id) references notifications.inbox (bureau_code, id) on delete cascade
);

-- The simulated phones of a demo installation; empty everywhere else.
create table notifications.demo_phone (
  bureau_code char(12) collate "C" not null,
  -- The id of the message, so that one sent twice arrives once.
  id uuid not null,
  phone_hash bytea not null,
  phone_sealed bytea not null,
  text_sealed bytea not null,
  arrived_at timestamptz not null,
  primary key (bureau_code, id)
);
revoke update on notifications.demo_phone from daylight_app;
create index demo_phone_by_arrival on notifications.demo_phone (arrived_at desc);
create index demo_phone_by_phone on notifications.demo_phone (phone_hash, arrived_at desc);
