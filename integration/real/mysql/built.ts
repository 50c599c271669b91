import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { splitSql, tenantContext } from '@sync/core';
import type { FamilyServer } from '../../mysql/servers.js';
import type { FreshDatabase } from '../../servers/fresh-database.js';
import { freshMysqlDatabase } from '../../servers/fresh-mysql-database.js';

/** What an engine works on. */
export const tenantAt = (url: string, directory: string) =>
  tenantContext({ id: 'default', target: { url, directory } });

/** Work in a folder of its own, which goes with it. */
export async function inFolder<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'real-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The schema as its own statements make it. */
export async function built({ url, scheme, driver }: FamilyServer, texts: readonly string[]): Promise<FreshDatabase> {
  const made = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
  const statements = texts.flatMap((text) => splitSql(text, 'schema', driver.dialect.lexis));
  const session = await driver.connect(driver.options({ url: made.url, directory: '/' }), { access: 'write' });
  try {
    for (const { text } of statements) await session.execute({ text });
  } finally {
    await session[Symbol.asyncDispose]();
  }
  return made;
}
