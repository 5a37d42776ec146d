create schema accounts;

-- Units, officers and grants are small reference tables: a distributed database copies them whole to every node.
create table accounts.unit (
  code char(12) collate "C" primary key,
  parent_code char(12) collate "C" references accounts.unit,
  bureau_code char(12) collate "C" not null references accounts.unit,
  kind text not null check (kind in ('bureau', 'station', 'brigade', 'centre', 'department')),
  name_zh text not null,
  name_en text not null,
  short_name text not null,
  phone text,
  address text,
  check ((kind = 'bureau') = (code = bureau_code))
);
create index unit_by_parent on accounts.unit (parent_code);
create index unit_by_bureau on accounts.unit (bureau_code);

create table accounts.officer (
  id uuid primary key,
  bureau_code char(12) collate "C" not null references accounts.unit,
  police_number char(6) collate "C" not null unique check (police_number ~ '^[0-9]{6}$'),
  name text not null,
  unit_code char(12) collate "C" not null references accounts.unit,
  position text not null,
  office_phone text,
  -- argon2id in its own notation, parameters and salt included.
  password_verifier text not null,
  password_changed_at timestamptz,
  is_active boolean not null default true
);
create index officer_by_unit on accounts.officer (unit_code, police_number);

create table accounts.role_grant (
  officer_id uuid not null references accounts.officer,
  role text collate "C" not null check (
    role in ('dispatcher', 'officer', 'unit-head', 'legal-officer', 'case-centre', 'leader', 'supervisor', 'administrator')
  ),
  unit_code char(12) collate "C" not null references accounts.unit,
  primary key (officer_id, role, unit_code)
);
create index role_grant_by_unit on accounts.role_grant (unit_code, role);

create table accounts.session (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  token_hash bytea not null,
  officer_id uuid not null references accounts.officer,
  agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (bureau_code, id),
  unique (bureau_code, token_hash)
);
create index session_by_officer on accounts.session (bureau_code, officer_id) where revoked_at is null;
create index session_by_expiry on accounts.session (expires_at);

-- Who failed to sign in, as keyed hashes of the police number typed or of the network address. Strangers belong to no bureau.
create table accounts.login_throttle (
  key_hash bytea primary key,
  failures integer not null,
  blocked_until timestamptz not null,
  last_failed_at timestamptz not null
);
create index login_throttle_by_age on accounts.login_throttle (last_failed_at);
