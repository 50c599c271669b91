import { type Session, SyncError, sql } from '@sync/core';
import type { Rows } from './rows.js';

/** What the server says in the place of the comment of a table that it could not open in time. */
const waited = /^Lock wait timeout exceeded/;

/** Refuses to read a database of which a table is locked: nothing is known of that, and whoever compares would take it for missing or for left alone. */
export async function requireOpened(session: Session, tables: readonly Rows['tables'][]): Promise<void> {
  const locked = tables.filter(({ engine, comment }) => engine === null && waited.test(comment));
  const [first] = locked;
  if (!first) return;
  const [row] = await session.query<{ readonly holder: string }>(longest);
  throw new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'inspect',
    message: `table ${first.name} cannot be read: somebody keeps it locked${row ? `, as ${row.holder} may do` : ''}`,
    hint: 'Try again once that is over.',
    details: { tables: locked.map(({ name }) => name), ...(row && { holder: row.holder }) },
  });
}

/** Whoever has been at work in the database for longest. What somebody else runs is not told: it may hold values. */
const longest = sql`
  SELECT CONCAT('connection ', p.id, ' (', p.user, ' from ', p.host, '), at work for ', p.time, ' seconds,') AS 'holder'
  FROM information_schema.processlist p
  WHERE p.db = DATABASE() AND p.id <> CONNECTION_ID() AND p.command <> 'Sleep'
  ORDER BY p.time DESC
  LIMIT 1
`;
