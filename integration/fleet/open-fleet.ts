import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CommandOptions, schemaSync } from '../faults/support/command.js';
import { administer } from '../servers/fresh-database.js';
import { administerMysql } from '../servers/fresh-mysql-database.js';

const drivers = fileURLToPath(new URL('..', import.meta.url));

/** An engine whose tenants are databases of a server. */
export interface Engine {
  readonly name: string;
  /** The scheme of its URLs. */
  readonly scheme: string;
  quote(name: string): string;
  administer(url: string, ...statements: readonly string[]): Promise<unknown>;
}

export const postgres = (name: string): Engine => ({
  name,
  scheme: 'postgres',
  quote: (text) => `"${text.replaceAll('"', '""')}"`,
  administer,
});
export const mysql = (name: string, scheme: string): Engine => ({
  name,
  scheme,
  quote: (text) => `\`${text.replaceAll('`', '``')}\``,
  administer: administerMysql,
});

/** Databases of a server whose names begin alike, and a folder with a config that names them as a fleet. */
export async function openFleet(
  engine: Engine,
  server: string,
  names: readonly string[],
  fleet: (prefix: string) => object,
  more: object = {},
) {
  const prefix = `fleet_${randomBytes(6).toString('hex')}_`;
  const all = names.map((name) => `${prefix}${name}`);
  const { host, username } = new URL(server);
  const url = `${engine.scheme}://${username}@${host}`;
  for (const name of all) await engine.administer(server, `CREATE DATABASE ${engine.quote(name)}`);
  const opened = await openFleetOf({ url, ...fleet(prefix) }, more);
  return {
    ...opened,
    prefix,
    [Symbol.asyncDispose]: async () => {
      await opened[Symbol.asyncDispose]();
      for (const name of all) await engine.administer(server, `DROP DATABASE IF EXISTS ${engine.quote(name)}`);
    },
  };
}

/** A folder with a config that names a fleet, whose tenants are to have one table until something else is said. */
export async function openFleetOf(fleet: object, more: object = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
  await mkdir(join(folder, 's'));
  await writeFile(join(folder, 's/t.sql'), 'CREATE TABLE t (id integer PRIMARY KEY);');
  const config = { to: './s', fleets: { apps: fleet }, ...more };
  await writeFile(join(folder, 'schema-sync.config.json'), JSON.stringify(config));
  const runWith = ({ env, ...how }: Pick<CommandOptions, 'onError' | 'env' | 'uid'>, ...argv: readonly string[]) =>
    schemaSync(argv, { cwd: folder, env: { SCHEMA_SYNC_DRIVERS_FROM: drivers, ...env }, ...how });
  return {
    folder,
    runWith,
    run: (...argv: readonly string[]) => runWith({}, ...argv),
    desire: (text: string) => writeFile(join(folder, 's/t.sql'), text),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
