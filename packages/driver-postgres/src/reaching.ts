import { type Token, tokenizeMeaning, unquote } from '@sync/core';
import { postgresDialect } from '@sync/dialect-postgres';

/** Functions that come with the server or its extensions and act on other sessions, on files, on other servers or on the whole server. */
const reaching: ReadonlySet<string> = new Set([
  'lo_export',
  'lo_import',
  'pg_backup_start',
  'pg_backup_stop',
  'pg_cancel_backend',
  'pg_copy_logical_replication_slot',
  'pg_copy_physical_replication_slot',
  'pg_create_logical_replication_slot',
  'pg_create_physical_replication_slot',
  'pg_create_restore_point',
  'pg_drop_replication_slot',
  'pg_log_backend_memory_contexts',
  'pg_logical_emit_message',
  'pg_ls_dir',
  'pg_promote',
  'pg_read_binary_file',
  'pg_read_file',
  'pg_reload_conf',
  'pg_replication_slot_advance',
  'pg_rotate_logfile',
  'pg_start_backup',
  'pg_stat_file',
  'pg_stat_reset_shared',
  'pg_stat_reset_slru',
  'pg_stat_statements_reset',
  'pg_stop_backup',
  'pg_switch_wal',
  'pg_terminate_backend',
  'pg_wal_replay_pause',
  'pg_wal_replay_resume',
]);
const families: readonly string[] = ['dblink', 'pg_file_', 'pg_replication_origin_'];

/** The function that reaches beyond a scratch database, of those that a statement names as one that it calls, be it in the body of a DO. */
export function reachingCall(text: string): string | undefined {
  const tokens = tokenizeMeaning(text, postgresDialect.lexis);
  const [first] = tokens;
  const body = first?.text.toUpperCase() === 'DO' ? tokens.find(({ type }) => type === 'string') : undefined;
  return calledIn(tokens) ?? (body && calledIn(tokenizeMeaning(insideOf(body.text), postgresDialect.lexis)));
}

function calledIn(tokens: readonly Token[]): string | undefined {
  return tokens
    .filter((_, i) => tokens[i + 1]?.text === '(')
    .flatMap((token) => (token.type === 'word' || token.type === 'quoted' ? unquote(token, postgresDialect.lexis) : []))
    .find((name) => reaching.has(name) || families.some((family) => name.startsWith(family)));
}

/** A body in dollars, or in quotes. */
function insideOf(literal: string): string {
  const mark = /^\$[^$]*\$/.exec(literal)?.[0];
  return mark === undefined ? literal.slice(1, -1).replaceAll("''", "'") : literal.slice(mark.length, -mark.length);
}
