-- Who answered: the case centre, or in a secret case, which it may not know, the head of the unit or the leader.
alter table public_query.disagreement
  add column answered_as text collate "C" check (answered_as in ('case-centre', 'unit-head', 'leader'));
update public_query.disagreement set answered_as = 'case-centre' where answered_at is not null;
alter table public_query.disagreement add constraint disagreement_answered_as check ((answered_at is null) = (answered_as is null));
