-- Public keys of officers' phones and security keys; the private half never leaves them.
create table accounts.passkey (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  officer_id uuid not null references accounts.officer,
  credential_id bytea not null,
  public_key bytea not null,
  uses bigint not null,
  name text not null,
  made_at timestamptz not null,
  last_used_at timestamptz,
  primary key (bureau_code, id),
  unique (bureau_code, credential_id)
);
create index passkey_by_officer on accounts.passkey (bureau_code, officer_id);
create index passkey_by_credential on accounts.passkey (credential_id);

-- Questions put to a passkey, each answered once. Strangers belong to no bureau.
create table accounts.passkey_challenge (
  challenge_hash bytea primary key,
  expires_at timestamptz not null
);
