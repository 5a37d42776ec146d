-- Who supervises many bureaus reads their trails together, newest first.
create index entry_over_bureaus on audit.entry (at desc, bureau_code desc, chain desc, seq desc);
