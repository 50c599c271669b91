import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Compiled,
  type Connection,
  createEngine,
  type Driver,
  type Engine,
  type Hash,
  hazardsOf,
  isSyncError,
  type OperationOptions,
  type Plan,
  partsOf,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import postgres from '@sync/driver-postgres';
import { expect } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../servers/fresh-database.js';
import type { Ground } from '../features/travel.js';
import type { World } from '../features/world.js';
import type { Draft } from './model.js';
import { printDraft, printRows } from './print.js';
import { postgresWorld } from './whole/whole.js';

const all = { schemas: 'all' } as const;
const { quote } = postgres.dialect;

/** A relative of PostgreSQL: its driver, the schemas that it has, and what a database of it begins with. */
interface Relative {
  readonly driver: Driver;
  readonly world: World;
  readonly ground?: readonly string[];
}

const itself: Relative = { driver: postgres as unknown as Driver, world: postgresWorld };

/** A database on a server and a folder for sources, for one run of a property. */
export class Bench implements Ground, AsyncDisposable {
  readonly options = all;
  readonly engine: Engine;
  readonly tenant: TenantContext;
  readonly world: World;
  private number = 0;

  private constructor(
    private readonly database: FreshDatabase,
    private readonly folder: string,
    readonly connection: Connection,
    { driver, world }: Relative,
  ) {
    this.world = world;
    this.engine = createEngine({ driver });
    this.tenant = tenantContext({ id: 'property', target: { url: database.url, directory: folder } });
  }

  static async open(url: string, of = itself): Promise<Bench> {
    const database = await freshDatabase(url);
    const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'schema-sync-'));
    const { driver, ground = [] } = of;
    const connection = await driver.connect(driver.options({ url: database.url, directory: folder }), {
      access: 'write',
    });
    for (const text of ground) await connection.execute({ text });
    return new Bench(database, folder, connection, of);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection[Symbol.asyncDispose]();
    await this.database[Symbol.asyncDispose]();
    await rm(this.folder, { recursive: true, force: true });
  }

  get version(): number {
    return this.connection.server.version[0] ?? 0;
  }

  /** Makes a schema with its rows, by the server alone. */
  async make(draft: Draft): Promise<void> {
    for (const text of [...printDraft(draft, this.version), ...printRows(draft)])
      await this.connection.execute({ text });
  }

  async compile(statements: readonly string[], options: OperationOptions = {}): Promise<Compiled> {
    const folder = join(this.folder, `source-${++this.number}`);
    await mkdir(folder);
    await writeFile(join(folder, 'schema.sql'), statements.map((statement) => `${statement};\n`).join('\n'));
    return this.engine.compile(folder, { near: this.tenant, ...all, ...options });
  }

  async root(): Promise<Hash> {
    return (await this.engine.inspect(this.tenant, all)).catalogue.root;
  }

  plan(goal: Compiled, prove = true): Promise<Plan> {
    return this.engine.plan(this.tenant, goal, { ...all, prove });
  }

  /** Every value of every table as the server writes it, with those of its parts. */
  async rows(): Promise<Readonly<Record<string, unknown>>> {
    const { catalogue } = await this.engine.inspect(this.tenant, all);
    const found: Record<string, unknown> = {};
    for (const { kind, address } of catalogue) {
      if (kind !== 'table') continue;
      const path = partsOf(address).parts.map(quote).join('.');
      found[address] = await this.connection.query({
        text: `SELECT to_jsonb(each)::text AS row FROM ${path} AS each ORDER BY 1`,
      });
    }
    return found;
  }

  isOfRows(thrown: unknown): boolean {
    const native = isSyncError(thrown) ? String(thrown.details?.native ?? '') : '';
    // Class 22 and 23: a value that does not fit, and rows that do not comply. https://www.postgresql.org/docs/18/errcodes-appendix.html
    return /^2[23]/.test(native) || (isSyncError(thrown) && thrown.code === 'CHECK_FAILED');
  }

  expectRows(before: unknown, now: unknown, plan: Plan, way: 'up' | 'down'): void {
    if (way === 'down' && keepsValues(plan)) expect(now, 'every value is there').toEqual(before);
  }
}

/** What is computed or counted anew has other values. */
function keepsValues(plan: Plan): boolean {
  const loses = [...hazardsOf(plan.up), ...hazardsOf(plan.down)].some((hazard) => hazard.class === 'data-loss');
  const texts = plan.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql.map(({ text }) => text)));
  return !loses && !texts.some((text) => / ADD COLUMN |setval|IDENTITY/.test(text));
}

/** Up, down and up again, and after each way the database is where it should be; where nothing said that values go, they are all there. */
export async function expectThereAndBack(bench: Bench, before: Draft, after: Draft): Promise<void> {
  await bench.make(before);
  const goal = await bench.compile(printDraft(after, bench.version));
  const [base, rows] = [await bench.root(), await bench.rows()];
  const plan = await bench.plan(goal).catch((thrown: unknown) => {
    // What cannot be done in one go is said before anything happens.
    if (isSyncError(thrown) && thrown.code === 'PLAN_IMPOSSIBLE') return undefined;
    throw thrown;
  });
  if (!plan) return;
  if (plan.up.length === 0) {
    expect(base, 'an empty plan is for a database in the desired state').toBe(goal.catalogue.root);
    return;
  }
  expect(plan.proof, 'the plan is proven').toMatchObject({ up: true, down: true });
  if (!(await travels(bench, plan, 'up'))) {
    // What committed before in a batch of its own stays.
    if (plan.up.length === 1) expect(await bench.root(), 'refused, nothing happened').toBe(base);
    return;
  }
  expect(await bench.root(), 'up, the database is in the desired state').toBe(goal.catalogue.root);
  expect((await bench.plan(goal, false)).up, 'planning again finds nothing').toEqual([]);
  if (!(await travels(bench, plan, 'down'))) return;
  expect(await bench.root(), 'down, the database is in its first state').toBe(base);
  const loses = [...hazardsOf(plan.up), ...hazardsOf(plan.down)].some((hazard) => hazard.class === 'data-loss');
  // What is computed or counted anew has other values.
  if (
    !loses &&
    !plan.up.some(({ steps }) => steps.some(({ sql }) => sql.some(({ text }) => / ADD COLUMN /.test(text))))
  ) {
    expect(await bench.rows(), 'every value is there').toEqual(rows);
  }
}

/** False where the rows stand in the way. */
async function travels(bench: Bench, plan: Plan, way: 'up' | 'down'): Promise<boolean> {
  try {
    await (way === 'up' ? bench.engine.apply : bench.engine.down).call(bench.engine, bench.tenant, plan, {
      allow: 'all',
    });
    return true;
  } catch (thrown) {
    if (bench.isOfRows(thrown)) return false;
    throw thrown;
  }
}
