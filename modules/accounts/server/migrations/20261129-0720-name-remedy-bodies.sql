-- Who decides on a complaint about a bureau, as its papers name them; kept on the row of the bureau itself.
alter table accounts.unit
  add column reconsideration_organ text,
  add column court text,
  add constraint remedies_of_a_bureau check (kind = 'bureau' or (reconsideration_organ is null and court is null));
