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
  /** The tables that were there before the plan began and that it keeps readers or writers from. */
  readonly lockedTables: readonly LockedTable[];
}

/** A table that a step locks, with the tables that it is a part or an heir of: who is told of these knows of it. */
export interface LockedTable {
  readonly oid: string;
  readonly names: readonly string[];
  readonly lock: string;
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
    const found = await connection.query<There & { oid: string }>({ text: relations });
    const there = new Map(found.map(({ oid, ...each }) => [oid, each]));
    for (const step of stepsOf(plan, way)) {
      steps.push({ way, step, ...(await watch(connection, step, there)) });
    }
  }
  return steps;
}

/** What was there before a way began, under the name that it had then. */
interface There {
  readonly kind: string;
  readonly name: string;
}

const shownName = "CASE WHEN n.nspname = 'public' THEN '' ELSE n.nspname || '.' END || c.relname";

const relations = `
SELECT c.oid::text AS oid, c.relkind::text AS kind, ${shownName} AS name
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace`;
const tables = new Set(['r', 'p', 'm', 'f']);

function stepsOf(plan: Plan, way: 'up' | 'down'): readonly Step[] {
  return plan[way].flatMap((batch) => batch.steps);
}

async function watch(
  connection: Awaited<ReturnType<typeof driver.connect>>,
  { sql }: Step,
  there: ReadonlyMap<string, There>,
): Promise<Omit<WatchedStep, 'step' | 'way'>> {
  const observed: Observation[] = [];
  const locks: (LockedTable & { readonly kind: string })[] = [];
  for (const statement of sql) {
    // What is repeated writes rows, and what is checked reads them.
    if (statement.repeat || statement.check) continue;
    const rows = await connection.query<{ name: string; oid: string; above: readonly string[] }>({ text: namesOf });
    const known = new Map(rows.map((row) => [row.name, row]));
    const found = await connection.observe?.({ text: statement.text, words: [] });
    if (!found || 'skipped' in found) throw new Error('the statement was not run');
    observed.push(found);
    for (const { on, lock } of found.locks) {
      const { oid = '', above = [] } = known.get(on) ?? {};
      const was = there.get(oid);
      if (was) locks.push({ oid, lock, kind: was.kind, names: [on, was.name, ...above] });
    }
  }
  const onTables = locks.filter(({ kind }) => tables.has(kind));
  return {
    observed,
    lock: strongest(locks.map(({ lock }) => lock)),
    tableLock: strongest(onTables.map(({ lock }) => lock)),
    lockedTables: onTables.filter(({ lock }) => strongest([lock]) !== undefined),
  };
}

const namesOf = `
WITH RECURSIVE named AS (
  SELECT ${shownName} AS name, c.oid
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
), descent AS (
  SELECT inhrelid, inhparent FROM pg_inherits
  UNION
  SELECT d.inhrelid, i.inhparent FROM descent d JOIN pg_inherits i ON i.inhrelid = d.inhparent
)
SELECT n.name, n.oid::text AS oid, coalesce(array_agg(a.name) FILTER (WHERE a.oid IS NOT NULL), '{}') AS above
FROM named n
LEFT JOIN descent d ON d.inhrelid = n.oid
LEFT JOIN named a ON a.oid = d.inhparent
GROUP BY n.name, n.oid`;

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

/** The tables of which nobody is told that a step locks them so; of what goes itself in the plan, its own step says it. */
export function untold({ step, lockedTables }: WatchedStep, plan: readonly WatchedStep[]): readonly string[] {
  const gone = plan.flatMap((each) => (each.step.summary.startsWith('drop table ') ? [each.step.summary] : []));
  // Its schema may have another name by the time that a table goes.
  const namesOf = (oid: string) =>
    plan.flatMap((each) => each.lockedTables.flatMap((other) => (other.oid === oid ? other.names.slice(0, 1) : [])));
  return lockedTables.flatMap(({ oid, names, lock }) => {
    const isTold = step.hazards.some(
      ({ message, lock: told }) =>
        rank(told) >= rank(lock) && names.some((name) => isNamed(`${message} ${step.summary}`, name)),
    );
    return isTold || gone.some((summary) => namesOf(oid).some((name) => isNamed(summary, name)))
      ? []
      : [`${names[0]} (${lock})`];
  });
}

/** Whether a text names a table, or a column of it. */
function isNamed(text: string, table: string): boolean {
  const spaced = (each: string) => ` ${each.replaceAll(/[,;:()]/g, ' ')}`;
  return ['', 'public.'].some((schema) => {
    const name = spaced(schema + table);
    return spaced(`${text} `).includes(`${name} `) || spaced(text).includes(`${name}.`);
  });
}

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
