-- The balance counts what was received from the log, independently of what became of the incidents.
create index step_received on incidents.step_log (bureau_code, occurred_at) where step = 'receive';
