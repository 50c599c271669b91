import { SyncError } from '@sync/core';
import { meaningful } from './text/cursor.js';

/** What nearly every statement begins with that builds or reads a schema; none of these leaves its database. */
const usual = /^(?:CREATE|ALTER|DROP|SELECT|EXPLAIN|INSERT|UPDATE|DELETE|BEGIN|COMMIT)\b/i;

const leaving: ReadonlySet<string> = new Set(['ATTACH', 'DETACH', 'VACUUM']);

/** Refuses what reaches another database or a file: https://sqlite.org/lang_attach.html, https://sqlite.org/lang_vacuum.html#vacuuminto. */
export function refuseLeaving(statement: string, op: string): void {
  if (usual.test(statement)) return;
  const first =
    meaningful(statement)
      .find(({ text }) => text !== ';')
      ?.text.toUpperCase() ?? '';
  // Where an engine keeps files is a setting of the whole process, and of its user.
  const isRefused = leaving.has(first) || (first === 'PRAGMA' && /_directory\b/i.test(statement));
  if (!isRefused) return;
  throw new SyncError({
    code: 'UNSUPPORTED',
    op,
    message: `${first} reaches outside of the scratch database`,
    hint: 'A desired state describes one database. Take the statement out and run it with the database’s own client.',
  });
}
