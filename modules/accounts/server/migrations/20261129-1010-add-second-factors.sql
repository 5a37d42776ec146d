-- How the officer of a session was last proved, and when: privileged roles and sensitive acts ask for it.
alter table accounts.session
  add column proof text not null default 'password'
    check (proof in ('password', 'second-factor', 'recovery-code', 'passkey', 'single-sign-on')),
  add column proved_at timestamptz not null default now();

-- The secret that an officer's phone and we share. A new phone waits in `pending_sealed` until its first code is right.
create table accounts.second_factor (
  bureau_code char(12) collate "C" not null,
  officer_id uuid not null references accounts.officer,
  secret_sealed bytea,
  pending_sealed bytea,
  confirmed_at timestamptz,
  -- The step of the last code taken: RFC 6238, 5.2 wants each taken once.
  last_step bigint not null default 0,
  primary key (bureau_code, officer_id),
  check ((secret_sealed is null) = (confirmed_at is null))
);

create table accounts.recovery_code (
  bureau_code char(12) collate "C" not null,
  officer_id uuid not null references accounts.officer,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (bureau_code, officer_id, code_hash)
);
