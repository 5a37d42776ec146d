-- Where the chains of a bureau ended at one moment, signed: the exact text, so that whoever has it can check it without this program.
create table audit.head_sheet (
  bureau_code char(12) collate "C" not null,
  -- Counted from 1 in each bureau without a gap, so that a sheet which is gone is missed.
  number bigint not null check (number > 0),
  kind text not null check (kind in ('hour', 'day')),
  taken_at timestamptz not null,
  text text not null,
  algorithm text not null check (algorithm in ('ed25519', 'sm2-sm3')),
  public_key bytea not null,
  signature bytea not null,
  primary key (bureau_code, number)
);
revoke update, delete, truncate on audit.head_sheet from daylight_app;

-- Whether a sheet has left the machine, and to where.
create table audit.head_sending (
  bureau_code char(12) collate "C" not null,
  number bigint not null,
  place text not null,
  attempts integer not null,
  try_at timestamptz not null,
  sent_at timestamptz,
  last_error text,
  primary key (bureau_code, number),
  foreign key (bureau_code, number) references audit.head_sheet
);
