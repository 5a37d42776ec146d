-- A proposed cause that stands on no list is told in words, with law and article where the officer knew them.
alter table incidents.incident
  add column proposed_cause_text text,
  add column proposed_cause_law text,
  add column proposed_cause_article text;
