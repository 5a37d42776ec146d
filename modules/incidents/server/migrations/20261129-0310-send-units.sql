-- breaking
-- Units sent to an incident, one row for each: one leads and holds it, the others assist, and each signs and arrives for itself.
create table incidents.dispatch (
  bureau_code char(12) collate "C" not null,
  incident_id uuid not null,
  seq smallint not null,
  unit_code char(12) collate "C" not null,
  is_lead boolean not null,
  dispatched_at timestamptz not null,
  signed_at timestamptz,
  signed_by uuid,
  signed_by_name text,
  arrived_at timestamptz,
  arrived_by uuid,
  arrived_by_name text,
  -- When and how it left the incident: taken back, another sent instead, handed on, or from assisting to leading.
  ended_at timestamptz,
  ending text collate "C" check (ending in ('recalled', 'redirected', 'handed-on', 'took-over')),
  end_reason text,
  primary key (bureau_code, incident_id, seq),
  foreign key (bureau_code, incident_id) references incidents.incident (bureau_code, id),
  constraint dispatch_end_check check ((ended_at is null) = (ending is null))
);
create unique index dispatch_once_each on incidents.dispatch (bureau_code, incident_id, unit_code) where ended_at is null;
create unique index dispatch_one_lead on incidents.dispatch (bureau_code, incident_id) where is_lead and ended_at is null;
-- why: officers of a unit that assists see the incident too; read with every list, so the index alone has to answer it.
create index dispatch_assisting on incidents.dispatch (bureau_code, unit_code, incident_id) where ended_at is null and not is_lead;

alter table incidents.incident
  add column assists smallint not null default 0,
  -- A transfer is to be handed over within the hours of the law; null where none is owed.
  add column hand_over_due_at timestamptz,
  add column handed_over_at timestamptz,
  add column handed_over_to text,
  add column handed_over_way text collate "C" check (handed_over_way in ('in-person', 'electronic', 'by-post')),
  add column corrected_at timestamptz;
create index incident_awaits_hand_over on incidents.incident (bureau_code, unit_code, hand_over_due_at)
  where hand_over_due_at is not null and handed_over_at is null;

alter table incidents.step_log
  add column reason text,
  -- What a correction replaced, as it stood before.
  add column replaced jsonb;

-- What was sent before units had rows of their own.
insert into incidents.dispatch (bureau_code, incident_id, seq, unit_code, is_lead, dispatched_at,
  signed_at, signed_by, signed_by_name, arrived_at, arrived_by, arrived_by_name)
select i.bureau_code, i.id, 1, i.unit_code, true, i.dispatched_at,
  i.signed_at, i.holder_id, i.holder_name, i.arrived_at, arrival.by_id, arrival.by_name
from incidents.incident i
left join lateral (
  select by_id, by_name from incidents.step_log log
  where log.bureau_code = i.bureau_code and log.incident_id = i.id and log.step = 'arrive'
  order by seq desc limit 1
) arrival on true
where i.dispatched_at is not null;
