-- What becomes of a message after it left: reports, doubts, stops.
alter table notifications.message drop constraint message_state_check;
alter table notifications.message add constraint message_state_check
  check (state in ('queued', 'failed-for-now', 'sent', 'delivered', 'failed', 'dropped', 'expired'));
alter table notifications.message
  add column kind text collate "C" not null default 'notice' check (kind in ('code', 'warning', 'notice')),
  -- A newer message of the same topic makes one that still waits pointless.
  add column topic text collate "C",
  -- How often it was handed to a gateway, counted before it is. Part of the key by which the gateway knows one sending; never set back.
  add column sendings smallint not null default 0,
  -- When the last sending began, as long as nobody knows what became of it.
  add column unanswered_at timestamptz,
  add column is_possibly_twice boolean not null default false,
  -- How often the gateway was asked what became of it, and when to ask next; null when there is nobody or nothing to ask.
  add column asked smallint not null default 0,
  add column ask_at timestamptz;
update notifications.message set kind = 'code' where template in ('public-query.code', 'public-query.report-code');
update notifications.message set sendings = attempts where attempts > 0;
update notifications.message set state = 'failed-for-now'
  where state = 'queued' and last_error is not null and last_error <> 'no-channel';

drop index notifications.message_due;
drop index notifications.message_ending;
drop index notifications.message_stuck;
create index message_due on notifications.message (next_attempt_at) where state in ('queued', 'failed-for-now');
create index message_ending on notifications.message (expires_at)
  where state in ('queued', 'failed-for-now', 'failed') or content_sealed is not null;
create index message_stuck on notifications.message (bureau_code, created_at) where state in ('queued', 'failed-for-now', 'failed');
create index message_of_topic on notifications.message (bureau_code, topic)
  where topic is not null and state in ('queued', 'failed-for-now');
create index message_to_ask on notifications.message (ask_at) where ask_at is not null;
create index message_unreported on notifications.message (provider_id) where state = 'sent';
create index message_by_recipient on notifications.message (recipient_hash);

-- Phones to which nothing more goes, by hash alone: a list of their numbers is in nobody's hands.
create table notifications.stop (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  phone_hash bytea not null,
  kind text collate "C" not null check (kind in ('opt-out', 'wrong-number')),
  -- By an answer to a message, or told to staff.
  told_by text collate "C" not null check (told_by in ('reply', 'staff')),
  reason text,
  made_by text collate "C" not null,
  made_at timestamptz not null,
  lifted_by text collate "C",
  lifted_at timestamptz,
  lift_reason text,
  primary key (bureau_code, id),
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index stop_in_force on notifications.stop (bureau_code, phone_hash) where lifted_at is null;
