-- The next batch of an import is due from then: later after each try that failed, and after those of other imports.
alter table incidents.import add column run_after timestamptz not null default now();
drop index incidents.import_running;
create index import_running on incidents.import (run_after) where state = 'running';
