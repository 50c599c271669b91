import { type ConnectionInput, SyncError } from '@sync/core';
import { type PostgresOptions, readOptions as readUsual } from '@sync/wire-postgres';
import { engine } from './engine.js';

/** Settings of PostgreSQL's driver that mean nothing here, each with what there is instead. */
const without: Readonly<Record<string, string>> = {
  template: 'A database is always made empty.',
  encoding: 'All databases are in UTF-8.',
  locale: 'Columns name their collation in their type: STRING COLLATE en.',
  schema: 'Give each tenant a database.',
  beside: 'Give each tenant a database.',
  pooler: 'Sessions hold nothing here that a pooler would lose.',
  lockTimeoutMs:
    'Schema changes wait for nobody who reads or writes; lock_timeout in `options` of the URL says how long rows are waited for.',
  lockRetries: 'What the server asks to be tried again (40001) is tried again by itself.',
};

/** Validates what the user gave: `cockroachdb://user@host:26257/database?sslmode=verify-full`. */
export function readOptions(input: ConnectionInput): PostgresOptions {
  const refused = Object.keys(input.settings ?? {}).find((name) => Object.hasOwn(without, name));
  if (refused !== undefined) {
    throw new SyncError({
      code: 'CONFIG_INVALID',
      op: 'options',
      message: `cockroachdb has no setting ${refused}`,
      hint: `Take it out. ${without[refused]}`,
      details: { setting: refused },
    });
  }
  return readUsual(input, engine);
}
