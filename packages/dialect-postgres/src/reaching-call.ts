import { type Token, tokenizeMeaning, unquote } from '@sync/core';
import { postgresLexis } from './lexis.js';
import { insideOf } from './text/inside-of.js';

/** Functions that come with the server or its extensions and act on other sessions, on files, on other servers or on the whole server. */
const reaching: ReadonlySet<string> = new Set([
  'dblink',
  'dblink_connect',
  'dblink_connect_u',
  'dblink_exec',
  'dblink_fetch',
  'dblink_open',
  'dblink_send_query',
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
  'pg_file_read',
  'pg_file_rename',
  'pg_file_sync',
  'pg_file_unlink',
  'pg_file_write',
  'pg_log_backend_memory_contexts',
  'pg_logical_emit_message',
  'pg_ls_dir',
  'pg_promote',
  'pg_read_binary_file',
  'pg_read_file',
  'pg_reload_conf',
  'pg_replication_origin_advance',
  'pg_replication_origin_create',
  'pg_replication_origin_drop',
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

/** A name before parentheses is no call after these. */
const naming: ReadonlySet<string> = new Set([
  'EXISTS',
  'FUNCTION',
  'INTO',
  'PROCEDURE',
  'REFERENCES',
  'ROUTINE',
  'TABLE',
]);

/** The function that reaches beyond a scratch database, of those that a statement names as one that it calls, be it in the body of a DO. */
export function reachingCall(text: string): string | undefined {
  const tokens = meaningOf(text);
  const [first] = tokens;
  const body = first?.text.toUpperCase() === 'DO' ? tokens.find(({ type }) => type === 'string') : undefined;
  return calledIn(tokens) ?? (body && calledIn(meaningOf(insideOf(body.text))));
}

function meaningOf(text: string): readonly Token[] {
  return tokenizeMeaning(text, postgresLexis);
}

function calledIn(tokens: readonly Token[]): string | undefined {
  return tokens
    .filter((_, i) => tokens[i + 1]?.text === '(' && !naming.has(wordBefore(tokens, i)))
    .flatMap((token) => (token.type === 'word' || token.type === 'quoted' ? unquote(token, postgresLexis) : []))
    .find((name) => reaching.has(name));
}

/** The word before a name and the schema that it is qualified with. */
function wordBefore(tokens: readonly Token[], name: number): string {
  const at = tokens[name - 1]?.text === '.' ? name - 3 : name - 1;
  return tokens[at]?.text.toUpperCase() ?? '';
}
