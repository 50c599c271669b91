import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConnectionInput } from '@sync/core';

/** A file is opened beside the client, so that nothing the program sends gets into a transaction of ours; what is in memory has only the client. */
export function sqliteInput(client: unknown): Promise<ConnectionInput | undefined> {
  const { memory, name } = client as { readonly memory: boolean; readonly name: string };
  return Promise.resolve(memory || name === '' ? undefined : fileInput(name));
}

/** The file of this path. */
export function fileInput(path: string): ConnectionInput {
  return { url: `sqlite:${pathToFileURL(resolve(path)).href.slice('file:'.length)}`, directory: process.cwd() };
}

/** A connection of better-sqlite3 tells whether it has a transaction open. */
export function sqliteInTransaction(client: unknown): boolean {
  return (client as { readonly inTransaction?: boolean }).inTransaction === true;
}
