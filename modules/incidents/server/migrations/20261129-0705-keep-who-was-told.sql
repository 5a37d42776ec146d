-- With a hand-over the reporter is told where the matter went; how, or that nobody was to be reached.
alter table incidents.incident
  add column reporter_told text collate "C" check (reporter_told in ('in-person', 'by-phone', 'in-writing', 'not-reached'));
