-- The operator's list and its counts go by time.
create index message_by_time on notifications.message (bureau_code, created_at, id);
