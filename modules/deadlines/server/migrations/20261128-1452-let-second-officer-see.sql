-- Two officers investigate: the clock of a secret case exists for both.
alter table deadlines.clock add column second_id uuid;

create or replace view deadlines.pub_clock as
select bureau_code, id, subject, rule, started_at, due_at, provisional, standing, state, met_at, unit_code, holder_id, secrecy, second_id
from deadlines.clock;
