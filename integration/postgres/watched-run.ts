import { createEngine, type Hazard, type Observation, type Plan, type Step, splitSql, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { freshDatabase } from '../servers/fresh-database.js';

const engine = createEngine({ driver });

/** What somebody has and wants, and how the way there is planned. */
export interface Journey {
  readonly before: string;
  /** A source, relative to `directory`. */
  readonly goal: string;
  readonly directory: string;
  readonly options?: Omit<NonNullable<Parameters<typeof engine.plan>[2]>, 'prove'>;
}

/** A step with what the server showed while it ran. */
export interface WatchedStep {
  readonly step: Step;
  readonly way: 'up' | 'down';
  readonly observed: readonly Observation[];
  /** The strongest lock on anything that was there before the plan began, and on a table, where it stops readers or writers. */
  readonly lock: string | undefined;
  readonly tableLock: string | undefined;
}

/** Plans a way, goes it up and down on a server of its own, and looks at each statement. */
export async function watchedRun(
  url: string,
  { before, goal, directory, options }: Journey,
): Promise<readonly WatchedStep[]> {
  await using target = await freshDatabase(url);
  const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
  await using connection = await driver.connect(driver.options(tenant.target), { access: 'write' });
  for (const { text } of splitSql(before, 'before.sql', driver.dialect.lexis)) await connection.execute({ text });
  const plan = await engine.plan(tenant, goal, { ...options, prove: false });
  const steps: WatchedStep[] = [];
  for (const way of ['up', 'down'] as const) {
    const there = new Map(
      (await connection.query<{ oid: string; kind: string }>({ text: relations })).map(({ oid, kind }) => [oid, kind]),
    );
    for (const step of stepsOf(plan, way)) {
      steps.push({ way, step, ...(await watch(connection, step, there)) });
    }
  }
  return steps;
}

const relations = 'SELECT oid::text AS oid, relkind::text AS kind FROM pg_class';
const tables = new Set(['r', 'p', 'm', 'f']);

function stepsOf(plan: Plan, way: 'up' | 'down'): readonly Step[] {
  return plan[way].flatMap((batch) => batch.steps);
}

async function watch(
  connection: Awaited<ReturnType<typeof driver.connect>>,
  { sql }: Step,
  there: ReadonlyMap<string, string>,
): Promise<Omit<WatchedStep, 'step' | 'way'>> {
  const observed: Observation[] = [];
  const locks: { readonly lock: string; readonly kind: string }[] = [];
  for (const statement of sql) {
    // What is repeated writes rows, and what is checked reads them.
    if (statement.repeat || statement.check) continue;
    const names = await connection.query<{ name: string; oid: string }>({ text: namesOf });
    const known = new Map(names.map(({ name, oid }) => [name, oid]));
    const found = await connection.observe?.({ text: statement.text, words: [] });
    if (!found || 'skipped' in found) throw new Error('the statement was not run');
    observed.push(found);
    for (const { on, lock } of found.locks) {
      const kind = there.get(known.get(on) ?? '');
      if (kind !== undefined) locks.push({ lock, kind });
    }
  }
  const onTables = locks.filter(({ kind }) => tables.has(kind));
  return {
    observed,
    lock: strongest(locks.map(({ lock }) => lock)),
    tableLock: strongest(onTables.map(({ lock }) => lock)),
  };
}

const namesOf = `
SELECT CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS name, c.oid::text AS oid
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace`;

const modes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
];

/** How strong a lock is; none is weaker than any. */
function rank(lock: string | undefined): number {
  return lock === undefined ? -1 : modes.indexOf(lock);
}

/** The strongest lock that stops readers or writers, or none. */
export function strongest(locks: Iterable<string | undefined>): string | undefined {
  let found: string | undefined;
  for (const lock of locks) if (rank(lock) > Math.max(rank(found), rank('SHARE UPDATE EXCLUSIVE'))) found = lock;
  return found;
}

/** The codes of hazards. */
export function codesOf(hazards: readonly Hazard[]): readonly string[] {
  return hazards.map(({ code }) => code);
}
