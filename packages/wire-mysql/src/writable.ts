import { isSyncError, SyncError } from '@sync/core';
import type { MysqlSession } from './session.js';

interface Setting {
  readonly name: string;
  readonly value: string;
}

/** MariaDB says `transaction_read_only` since version 11.1, and `tx_read_only` in every one. */
const settings = "SHOW SESSION VARIABLES WHERE Variable_name IN ('read_only', 'transaction_read_only', 'tx_read_only')";

/** A table that nobody has: whoever may write is told so, and whoever may not is refused before it is looked for. */
const attempt = 'DELETE FROM mysql.`_schema_sync_nothing` WHERE 1 = 0';

/** Refuses a server that takes no changes from this account, ahead of the first one. */
export async function requireWritable(session: MysqlSession, signal?: AbortSignal): Promise<void> {
  const op = 'connect';
  const found = await session.send<Readonly<Record<string, string>>>({ text: settings }, { op, signal });
  const on = found
    .map((row): Setting => ({ name: row.Variable_name ?? '', value: row.Value ?? 'OFF' }))
    .filter(({ value }) => value !== 'OFF' && value !== '0');
  if (on.length === 0) return;
  if (on.some(({ name }) => name !== 'read_only')) throw refuseGuarded(session);
  const error = await session.send({ text: attempt }, { op, signal }).catch((thrown: unknown) => thrown);
  if (isSyncError(error) && error.details?.number === 1290) throw refuseReadOnly(session);
}

function refuseReadOnly({ label }: MysqlSession): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${label}: this server only reads (read_only or super_read_only is on), as a replica does`,
    hint: 'Name the server that it follows; or turn it off there: SET GLOBAL read_only = OFF.',
    details: { readOnly: true },
  });
}

/** Somebody guards the server from being changed. */
function refuseGuarded({ label }: MysqlSession): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'connect',
    message: `${label}: transactions of this server only read (transaction_read_only is on), so that nothing can be changed`,
    hint: 'Take that back: SET GLOBAL transaction_read_only = OFF (tx_read_only before MariaDB 11).',
  });
}
