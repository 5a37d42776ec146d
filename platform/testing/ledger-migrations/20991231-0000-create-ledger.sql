create schema ledger;
create table ledger.note (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  text text not null,
  primary key (bureau_code, id)
);
create table ledger.copy (
  bureau_code char(12) collate "C" not null,
  place bigint not null,
  text text not null,
  primary key (bureau_code, place)
);
