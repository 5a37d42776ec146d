-- Papers that an incident itself gives rise to, and their service. The facts are sealed; the paper is made of them on demand.
create table incidents.paper (
  bureau_code char(12) collate "C" not null,
  id uuid not null,
  incident_id uuid not null,
  form text collate "C" not null check (form in ('refusal-notice', 'other-authority-notice', 'transfer-notice', 'evidence-list')),
  paper_number text not null,
  paper_sealed bytea not null,
  issued_by uuid not null,
  input_hash bytea not null,
  issued_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, id),
  foreign key (bureau_code, incident_id) references incidents.incident (bureau_code, id)
);
revoke update, delete on incidents.paper from daylight_app;
create index paper_by_incident on incidents.paper (bureau_code, incident_id);

create table incidents.paper_service (
  bureau_code char(12) collate "C" not null,
  paper_id uuid not null,
  way text collate "C" not null check (way in ('in-person', 'left-behind', 'by-post', 'electronic', 'by-phone')),
  served_at timestamptz not null,
  is_late_entry boolean not null,
  late_reason text,
  by_id uuid not null,
  by_name text not null,
  recorded_at timestamptz not null,
  primary key (bureau_code, paper_id),
  foreign key (bureau_code, paper_id) references incidents.paper (bureau_code, id)
);
revoke update, delete on incidents.paper_service from daylight_app;

-- When the head of the unit decided that no case is filed.
alter table incidents.incident add column refused_at timestamptz;
create index incident_awaits_refusal on incidents.incident (bureau_code, unit_code, disposed_at)
  where disposition = 'not-accepted' and refused_at is null;
