import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Compiled,
  type Connection,
  createEngine,
  type Engine,
  hazardsOf,
  isSyncError,
  type OperationOptions,
  type Plan,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import { expect } from 'vitest';
import { common, type Holdings, readHoldings } from '../../mysql/holdings.js';
import type { FamilyServer } from '../../mysql/servers.js';
import type { FreshDatabase } from '../../servers/fresh-database.js';
import { freshMysqlDatabase } from '../../servers/fresh-mysql-database.js';
import type { Ground } from '../features/travel.js';
import type { World } from '../features/world.js';
import { worlds } from './world.js';

/** What may change values, and says so: the rows of what these stand on are not compared. */
const losing: ReadonlySet<string> = new Set(['converts-values', 'forgets-rows']);

/** A database on a server of the family and a folder for sources, for one run of a property. */
export class MysqlGround implements Ground<Holdings>, AsyncDisposable {
  readonly engine: Engine;
  readonly tenant: TenantContext;
  readonly world: World;
  readonly options: OperationOptions = {};
  private number = 0;

  private constructor(
    server: FamilyServer,
    private readonly database: FreshDatabase,
    private readonly folder: string,
    readonly connection: Connection,
  ) {
    this.engine = createEngine({ driver: server.driver });
    this.world = worlds[server.scheme];
    this.tenant = tenantContext({ id: 'property', target: { url: database.url, directory: folder } });
  }

  static async open(server: FamilyServer): Promise<MysqlGround> {
    const database = await freshMysqlDatabase(server.url, server.scheme, 'utf8mb4_general_ci');
    const folder = await mkdtemp(join(tmpdir(), 'schema-sync-'));
    const options = server.driver.options({ url: database.url, directory: folder });
    return new MysqlGround(server, database, folder, await server.driver.connect(options, { access: 'write' }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection[Symbol.asyncDispose]();
    await this.database[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }

  get version(): number {
    return this.connection.server.version[0] ?? 0;
  }

  async compile(statements: readonly string[], options: OperationOptions = {}): Promise<Compiled> {
    const folder = join(this.folder, `source-${++this.number}`);
    await mkdir(folder);
    const text = statements.map((statement) => `${statement}\n//\n`).join('');
    await writeFile(join(folder, 'schema.sql'), `DELIMITER //\n${text}`);
    return this.engine.compile(folder, { near: this.tenant, ...options });
  }

  rows(): Promise<Holdings> {
    return readHoldings(this.database.url);
  }

  isOfRows(thrown: unknown): boolean {
    if (!isSyncError(thrown)) return false;
    // Where something committed before, the reason is below.
    return thrown.code === 'CHECK_FAILED' || (thrown.code === 'PARTIAL' && this.isOfRows(thrown.cause));
  }

  expectRows(before: Holdings, now: Holdings, plan: Plan, way: 'up' | 'down'): void {
    const batches = way === 'up' ? plan.up : [...plan.up, ...plan.down];
    if (hazardsOf(batches).some(({ code }) => losing.has(code))) return;
    // What is dropped has the values of its default once it is back, and what was renamed stands under another name on the way.
    const dropped = hazardsOf(batches).some((hazard) => hazard.class === 'data-loss');
    if (way === 'down' && !dropped) expect(now, 'every value is there').toEqual(before);
    if (way === 'up' && plan.changes.every(({ verb }) => verb !== 'rename'))
      expect(common(now, before), 'values that stay, stay').toEqual(common(before, now));
  }
}
