import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Driver, type PlanRequest, tenantContext } from '@sync/core';
import { freshMysqlDatabase, type MysqlScheme } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';

/** What a place begins with. */
export interface Beginning {
  readonly url: string;
  readonly scheme: MysqlScheme;
  readonly driver: Driver;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Statements that make what is there, and what it is to become. */
  readonly start: string;
  readonly goal: string;
}

/** A database with what is there, and a file with what it is to become, which are gone when it is disposed of. */
export type Place = Awaited<ReturnType<typeof openPlace>>;

/** Opens a database for a test to change. Everything is allowed, and every table changed online where the request does not say otherwise. */
export async function openPlace({ url, scheme, driver, settings = {}, start, goal }: Beginning) {
  const engine = createEngine({ driver });
  const database = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
  const directory = await mkdtemp(join(tmpdir(), 'mysql-place-'));
  const file = join(directory, 'goal.sql');
  const desire = (text: string) => writeFile(file, text);
  const tenant = tenantContext({ id: 'default', target: { url: database.url, directory, settings } });
  await runIn(database.url, start);
  await desire(goal);
  return {
    engine,
    tenant,
    goal: file,
    desire,
    query: (text: string) => runPatiently(database.url, text),
    sync: (request: PlanRequest & { readonly dryRun?: boolean } = {}) =>
      engine.sync(tenant, file, { online: 'always', allow: 'all', ...request }),
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await rm(directory, { recursive: true });
    },
  };
}

/** What a statement of a plan signals while there are transactions that are older than a copy. */
const olderTransaction = 50_002;

/** Statements of a plan wait for transactions of the whole server, and with that for those of other tests: they are tried again, as a run would. */
async function runPatiently(url: string, text: string): ReturnType<typeof runIn> {
  for (;;) {
    try {
      return await runIn(url, text);
    } catch (error) {
      if ((error as { readonly errno?: number }).errno !== olderTransaction) throw error;
    }
  }
}

/** The tenant of a place for another account, whose password is `secret`. MySQL takes one without TLS only under its key. */
export function tenantAs({ tenant: { target } }: Pick<Place, 'tenant'>, username: string, scheme: MysqlScheme) {
  const url = Object.assign(new URL(target.url), { username, password: 'secret' }).href;
  const settings = { ...target.settings, ...(scheme === 'mysql' && { getServerPublicKey: true }) };
  return tenantContext({ id: 'default', target: { ...target, url, settings } });
}
