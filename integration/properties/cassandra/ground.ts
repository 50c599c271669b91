import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Compiled,
  type Connection,
  createEngine,
  type Hash,
  type Plan,
  type PlanRequest,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import driver from '@sync/driver-cassandra';
import { freshCassandraDatabase } from '../../servers/fresh-cassandra-database.js';
import type { FreshDatabase } from '../../servers/fresh-database.js';

/** A keyspace and a folder for sources, for one run of a property. */
export class CassandraGround implements AsyncDisposable {
  readonly engine = createEngine({ driver });
  readonly tenant: TenantContext;
  private number = 0;

  private constructor(
    private readonly database: FreshDatabase,
    private readonly folder: string,
    private readonly connection: Connection,
  ) {
    this.tenant = tenantContext({ id: 'property', target: { url: database.url, directory: folder } });
  }

  static async open(major: 4 | 5): Promise<CassandraGround> {
    const database = await freshCassandraDatabase(major);
    const folder = await mkdtemp(join(tmpdir(), 'schema-sync-'));
    const options = driver.options({ url: database.url, directory: folder });
    return new CassandraGround(database, folder, await driver.connect(options, { access: 'write' }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection[Symbol.asyncDispose]();
    await this.database[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }

  async make(statements: readonly string[]): Promise<void> {
    for (const text of statements) await this.connection.execute({ text });
  }

  async compile(statements: readonly string[]): Promise<Compiled> {
    const folder = join(this.folder, `source-${++this.number}`);
    await mkdir(folder);
    await writeFile(join(folder, 'schema.sql'), statements.map((statement) => `${statement};\n`).join('\n'));
    return this.engine.compile(folder, { near: this.tenant });
  }

  plan(goal: Compiled, request: PlanRequest = {}): Promise<Plan> {
    return this.engine.plan(this.tenant, goal, request);
  }

  async root(): Promise<Hash> {
    return (await this.engine.inspect(this.tenant)).catalogue.root;
  }

  /** What a table holds of the columns that each schema has. */
  rows(key: string): Promise<readonly unknown[]> {
    return this.connection.query({ text: `SELECT id, ${driver.dialect.quote(key)} AS key FROM t` });
  }
}
