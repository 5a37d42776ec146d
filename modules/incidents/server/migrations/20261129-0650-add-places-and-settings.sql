-- The bureau's book of places, for typing ahead; whose beat a place is on suggests the unit.
create table incidents.place (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  name text not null,
  location text not null,
  -- First letters of name and location, for typing without an input method.
  letters text not null,
  unit_code char(12) collate "C" not null,
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (bureau_code, id),
  check ((longitude is null) = (latitude is null))
);
create index place_in_use on incidents.place (bureau_code, name) where removed_at is null;

-- How far back a call is taken for the same matter; without a row the house's own number of hours holds.
create table incidents.intake_setting (
  bureau_code char(12) collate "C" primary key,
  duplicate_hours smallint not null check (duplicate_hours between 1 and 72),
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null
);

-- From whom a matter was taken over, and what that organ calls it.
create table incidents.transfer_source (
  bureau_code char(12) collate "C" not null,
  incident_id uuid not null,
  organ text not null,
  their_number text,
  primary key (bureau_code, incident_id),
  foreign key (bureau_code, incident_id) references incidents.incident (bureau_code, id)
);
revoke update, delete on incidents.transfer_source from daylight_app;

-- That a matter is not for the police is told at once: how, when, and which organ was named.
create table incidents.telling (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  incident_id uuid not null,
  way text collate "C" not null check (way in ('in-person', 'by-phone', 'electronic')),
  organ text,
  -- The person does not agree, so that it is to be told in writing.
  is_disputed boolean not null,
  told_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  input_hash bytea not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, incident_id) references incidents.incident (bureau_code, id)
);
revoke update, delete on incidents.telling from daylight_app;
create index telling_by_incident on incidents.telling (bureau_code, incident_id, told_at);
