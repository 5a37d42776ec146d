/** What PostgreSQL is told on its command line, so that a file left in the data folder decides nothing. */
export function settingsOf(socketDirectory: string, durable: boolean): readonly string[] {
  const settings: Readonly<Record<string, string>> = {
    // why: the bundle's OpenSSL is of 2018; nothing but the socket may be reached.
    listen_addresses: '',
    ssl: 'off',
    port: '5432',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // why: an error's text may quote what a person typed; the program that asked receives it, the log does not.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_duration: 'off',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    logging_collector: 'off',
    log_checkpoints: 'off',
    restart_after_crash: 'on',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    full_page_writes: durable ? 'on' : 'off',
    wal_level: durable ? 'replica' : 'minimal',
    max_wal_senders: durable ? '10' : '0',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
