create schema audit;

-- The last link of each of the 64 chains of a bureau; its row lock orders the writers of one chain.
create table audit.chain (
  bureau_code char(12) collate "C" not null,
  chain smallint not null check (chain between 0 and 63),
  last_seq bigint not null,
  last_hash bytea not null,
  primary key (bureau_code, chain)
);
revoke delete on audit.chain from daylight_app;

-- What was done, read and refused; actor, unit and roles as they were.
create table audit.entry (
  bureau_code char(12) collate "C" not null,
  chain smallint not null check (chain between 0 and 63),
  seq bigint not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('officer', 'party', 'job')),
  actor_id text collate "C" not null,
  actor_name text,
  actor_unit char(12) collate "C",
  -- `role@unit`, since a role counts only in the unit it was granted for.
  actor_roles text[] not null,
  action text not null,
  subject text collate "C",
  -- True if the subject was a secret when this was written down; from then on all its entries are.
  is_secret boolean not null,
  -- The unit that holds the subject; the actor's own where there is no subject. It chose the chain.
  unit_code char(12) collate "C" not null,
  outcome text not null,
  hash bytea not null,
  primary key (bureau_code, chain, seq)
);
create index entry_by_subject on audit.entry (bureau_code, subject, at);
create index entry_of_secret on audit.entry (bureau_code, subject) where is_secret;
create index entry_by_actor on audit.entry (bureau_code, actor_id, at);
create index entry_by_time on audit.entry (bureau_code, at);

revoke update, delete, truncate on audit.entry from daylight_app;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.entry is append-only';
end $$;
create trigger entry_is_append_only before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();
