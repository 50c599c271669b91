import { type Connection, isSyncError, type SyncError } from '@sync/core';
import { expect } from 'vitest';
import driver from '../src/index.js';

/** Opens a connection with settings beside its URL. */
export function open(url: string, access: 'read' | 'write' = 'write', settings = {}): Promise<Connection> {
  return driver.connect(driver.options({ url, directory: '/', settings }), { access });
}

/** The error that an attempt ends with. */
export async function failure(attempt: () => Promise<unknown>): Promise<SyncError> {
  try {
    await attempt();
  } catch (error) {
    if (isSyncError(error)) return error;
    throw error;
  }
  return expect.fail('it succeeded');
}

/** The first row of a query. */
export async function one<R>(
  connection: Connection,
  text: string,
  params?: readonly (string | number)[],
): Promise<R | undefined> {
  const [row] = await connection.query<R>({ text, ...(params && { params }) });
  return row;
}
