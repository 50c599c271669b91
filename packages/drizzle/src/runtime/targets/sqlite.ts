import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConnectionInput, ConnectRequest } from '@sync/core';
import { migratorError } from '../errors.js';

/** A file is opened beside the client, so that nothing the program sends gets into a transaction of ours; what is in memory has only the client. */
export function sqliteInput(client: unknown): Promise<ConnectionInput | undefined> {
  const { memory, name } = client as { readonly memory: boolean; readonly name: string };
  return Promise.resolve(memory || name === '' ? undefined : fileInput(name));
}

/** The file of this path. */
export function fileInput(path: string): ConnectionInput {
  return { url: `sqlite:${pathToFileURL(resolve(path)).href.slice('file:'.length)}`, directory: process.cwd() };
}

/** Refuses a connection that was closed, and to write where the program itself may only read: the file would be opened beside it all the same. */
export function requireUsableSqlite(client: unknown, { access }: Pick<ConnectRequest, 'access'>): void {
  const { open, readonly, name } = client as Readonly<Record<'open' | 'readonly', boolean>> & { readonly name: string };
  if (open && !(readonly && access === 'write')) return;
  throw open
    ? migratorError(
        'PERMISSION_DENIED',
        `the client has ${name} open for reading alone`,
        'Open it without readonly, or ask with checkMigration, which writes nothing.',
      )
    : migratorError('CONNECTION_FAILED', `the client of ${name} is closed`, 'Migrate before it is closed.');
}

/** A connection of better-sqlite3 tells whether it has a transaction open. */
export function sqliteInTransaction(client: unknown): boolean {
  return (client as { readonly inTransaction?: boolean }).inTransaction === true;
}
