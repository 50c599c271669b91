import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Compiled, createEngine, type Driver, type Engine, splitSql, tenantContext } from '@sync/core';
import mariadb from '@sync/driver-mariadb';
import mysql from '@sync/driver-mysql';
import postgres from '@sync/driver-postgres';
import rqlite from '@sync/driver-rqlite';
import sqlite from '@sync/driver-sqlite';
import { type FreshDatabase, freshDatabase } from '../servers/fresh-database.js';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { freshRqliteDatabase, rqliteAbsence } from '../servers/fresh-rqlite-database.js';
import { realServer } from '../servers/real-server.js';

/** A server of one engine on which databases can be made, as far as it is there. */
export interface Place {
  readonly name: string;
  readonly driver: Driver;
  readonly absent?: string;
  fresh(): Promise<FreshDatabase>;
}

async function freshFile(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'across-'));
  return {
    url: `sqlite:${join(folder, 'a.db')}`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A server of an engine, by the name that its URL goes by. */
export function onServer(name: string, driver: Driver, fresh: (url: string) => Promise<FreshDatabase>): Place {
  const server = realServer(name);
  if ('url' in server) return { name, driver, fresh: () => fresh(server.url) };
  return { name, driver, absent: server.absent, fresh: () => Promise.reject(new Error(server.absent)) };
}

/** A server of each relational engine, and of the oldest of some. */
export const places: readonly Place[] = [
  onServer('postgres-18', postgres as Driver, freshDatabase),
  onServer('mysql-9', mysql as Driver, (url) => freshMysqlDatabase(url, 'mysql')),
  onServer('mariadb-11', mariadb as Driver, (url) => freshMysqlDatabase(url, 'mariadb')),
  { name: 'sqlite', driver: sqlite as Driver, fresh: freshFile },
  {
    name: 'rqlite',
    driver: rqlite as Driver,
    ...(rqliteAbsence !== undefined && { absent: rqliteAbsence }),
    fresh: freshRqliteDatabase,
  },
  onServer('postgres-13', postgres as Driver, freshDatabase),
  onServer('mariadb-10', mariadb as Driver, (url) => freshMysqlDatabase(url, 'mariadb')),
];

const isLong = process.env.TEST_LONG === '1';
const oldest = new Set(['postgres-13', 'mariadb-10']);

/** Whether two are played against each other: what the oldest servers can do shows beside one other engine, and beside all in the long run. */
function arePlayed(from: Place, to: Place): boolean {
  if (from === to) return false;
  const old = [from, to].filter(({ name }) => oldest.has(name));
  return isLong || old.length === 0 || [from, to].some(({ name }) => name === 'sqlite');
}

/** Each pair, there and back. */
export const orderedPairs = places.flatMap((from) =>
  places.filter((to) => arePlayed(from, to)).map((to) => ({ from, to })),
);

/** Each pair once. */
export const unorderedPairs = orderedPairs.filter(({ from, to }) => places.indexOf(from) < places.indexOf(to));

/** A database of its own with an engine that works on it, gone when it is disposed of. */
export class Site implements AsyncDisposable {
  readonly engine: Engine;

  private constructor(
    readonly place: Place,
    private readonly database: FreshDatabase,
  ) {
    this.engine = createEngine({ driver: place.driver });
  }

  static async open(place: Place): Promise<Site> {
    return new Site(place, await place.fresh());
  }

  get url(): string {
    return this.database.url;
  }

  get tenant() {
    return tenantContext({ id: 'default', target: { url: this.url, directory: '/' } });
  }

  /** Runs a script as it was written by hand. */
  async run(script: string): Promise<void> {
    const { driver } = this.place;
    await using session = await driver.connect(driver.options({ url: this.url, directory: '/' }), { access: 'write' });
    for (const { text } of splitSql(script, 'schema', driver.dialect.lexis)) await session.execute({ text });
  }

  /** What is there. */
  state(): Promise<Compiled> {
    return this.engine.compile(this.url, { directory: '/' });
  }

  compile(source: Parameters<Engine['compile']>[0]): Promise<Compiled> {
    return this.engine.compile(source, { directory: '/', near: this.tenant });
  }

  /** Brings the database to a state, and says whether planning again finds nothing to do. */
  async bring(goal: Compiled): Promise<boolean> {
    await this.engine.sync(this.tenant, goal, { allow: 'all', create: true });
    return (await this.engine.validate(this.tenant, goal)).inSync;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.database[Symbol.asyncDispose]();
  }
}
