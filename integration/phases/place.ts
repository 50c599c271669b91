import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Driver, type PlanPhase, type TenantContext, tenantContext } from '@sync/core';
import mariadb from '@sync/driver-mariadb';
import mysql from '@sync/driver-mysql';
import postgres from '@sync/driver-postgres';
import sqlite from '@sync/driver-sqlite';
import { type FreshDatabase, freshDatabase } from '../servers/fresh-database.js';
import { freshMysqlDatabase, type MysqlScheme } from '../servers/fresh-mysql-database.js';
import { realServer } from '../servers/real-server.js';

/** An engine that phases are tried on. */
export interface PhasedServer {
  readonly name: string;
  readonly driver: Driver;
  /** Empty where it is absent; `file` where none is needed. */
  readonly url: string;
  /** Makes a database, where that is not done by its URL. */
  readonly open?: () => Promise<FreshDatabase>;
}

const server = (name: string, driver: unknown): PhasedServer => {
  const found = realServer(name);
  return { name, driver: driver as Driver, url: 'url' in found ? found.url : '' };
};

export const sqliteFile: PhasedServer = { name: 'sqlite', driver: sqlite as unknown as Driver, url: 'file' };
export const postgresServers = [server('postgres-18', postgres), server('postgres-13', postgres)];
export const mysqlServers = [server('mysql-9', mysql), server('mariadb-10', mariadb), server('mariadb-11', mariadb)];

async function freshOn({ driver, url, open }: PhasedServer): Promise<FreshDatabase> {
  if (open) return open();
  if (driver.name === 'sqlite') return { url: 'sqlite:./app.db', [Symbol.asyncDispose]: async () => {} };
  if (driver.name === 'postgres') return freshDatabase(url);
  return freshMysqlDatabase(url, driver.name as MysqlScheme, 'utf8mb4_general_ci');
}

/** Opens a database for clients of two shapes. */
export async function openPlace(
  on: PhasedServer,
  start: readonly string[],
  goal: string,
  form: 'sql' | 'yaml' = 'sql',
) {
  const { driver } = on;
  const engine = createEngine({ driver });
  const database = await freshOn(on);
  const directory = await mkdtemp(join(tmpdir(), 'phases-'));
  const file = join(directory, `goal.${form}`);
  await writeFile(file, goal);
  const tenant: TenantContext = tenantContext({ id: 'default', target: { url: database.url, directory } });
  const run = async (...statements: readonly string[]) => {
    await using connection = await driver.connect(driver.options(tenant.target), { access: 'write', missing: 'make' });
    let rows: readonly Readonly<Record<string, unknown>>[] = [];
    for (const text of statements) {
      if (/^(?:select|with|show)\b/i.test(text)) rows = await connection.query({ text });
      else await connection.execute({ text });
    }
    return rows.map((row) => ({ ...row }));
  };
  await run(...start);
  const compiled = await engine.compile(file, { near: tenant });
  return {
    engine,
    tenant,
    file,
    run,
    sync: (phase: PlanPhase | undefined, allow: 'all' | readonly [] = 'all', online?: 'always') =>
      engine.sync(tenant, compiled, { allow, ...(phase && { phase }), ...(online && { online }) }),
    validate: (phase?: PlanPhase) => engine.validate(tenant, compiled, { ...(phase && { phase }) }),
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
