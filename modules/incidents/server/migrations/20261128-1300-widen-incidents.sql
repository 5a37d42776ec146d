-- Units sent, merged duplicates, numbers of other systems, and how often an incident was handed on.
alter table incidents.incident
  drop constraint incident_state_check,
  add constraint incident_state_check check (state in ('received', 'dispatched', 'signed', 'arrived', 'disposed', 'merged')),
  add column merged_into uuid,
  add column merged_into_number text collate "C",
  -- The number that the system it was imported from gave it, and that system's name.
  add column source_system text collate "C",
  add column source_number text collate "C",
  add column hand_ons smallint not null default 0,
  add constraint incident_merged_check check ((state = 'merged') = (merged_into is not null));
alter table incidents.incident
  add foreign key (bureau_code, merged_into) references incidents.incident (bureau_code, id);
create unique index incident_by_source on incidents.incident (bureau_code, source_system, source_number) where source_number is not null;
create index incident_merged on incidents.incident (bureau_code, merged_into) where merged_into is not null;
-- why: only the open ones wait for somebody; a merged one waits where it was merged into.
drop index incidents.incident_open;
create index incident_open on incidents.incident (bureau_code, unit_code, received_at) where state not in ('disposed', 'merged');

alter table incidents.step_log
  drop constraint step_log_step_check,
  add constraint step_log_step_check check (step in ('receive', 'dispatch', 'sign', 'arrive', 'dispose', 'file-case', 'refuse-case', 'recall', 'hand-on', 'correct', 'hand-over', 'merge', 'unmerge', 'add-call'));
