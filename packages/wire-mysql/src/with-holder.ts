import { isSyncError, SyncError } from '@sync/core';
import { olderTransactionNumber } from '@sync/dialect-mysql';
import type { MysqlSession } from './session.js';

/**
 * Tells who is in the way of a statement that gave way. Servers show whose lock on a table's definition it is only with instruments that are usually off; whoever has had a
 * transaction open in the database for longest is in the way of every change of what it has looked at.
 */
export async function withHolder(error: unknown, session: MysqlSession): Promise<unknown> {
  if (!isSyncError(error) || error.code !== 'LOCK_TIMEOUT' || session.gone.aborted) return error;
  // The statement itself has told whose transaction it waits for.
  if (error.details?.number === olderTransactionNumber) return telling(error, { waitsFor: error.message });
  const [row] = await session.send<{ readonly holder: string }>({ text }, { op: 'lock' }).catch(() => []);
  if (!row) return error;
  return telling(error, { holder: row.holder });
}

function telling(error: SyncError, more: Readonly<Record<string, string>>): SyncError {
  return new SyncError({
    code: error.code,
    op: error.op,
    message: error.message,
    ...(error.hint !== undefined && { hint: error.hint }),
    cause: error.cause,
    details: { ...error.details, ...more },
  });
}

/** An account without PROCESS sees none but its own, and is told none. */
const text = `
SELECT CONCAT(
  'the oldest transaction in this database is that of connection ', p.id, ' (', p.user, ' from ', p.host, '), open since ',
  t.trx_started, CASE WHEN p.info IS NULL THEN ' and idle' ELSE '' END
) AS 'holder'
FROM information_schema.innodb_trx t
JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
WHERE p.db = DATABASE() AND p.id <> CONNECTION_ID()
ORDER BY t.trx_started
LIMIT 1`.trim();
