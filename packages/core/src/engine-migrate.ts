import { randomUUID } from 'node:crypto';
import { hasBook } from './books/version.js';
import type { Lock } from './contract/connection.js';
import { noteBase, noteBaseUnder } from './engine-baseline.js';
import { findDrift } from './engine-drift.js';
import type { BaselineRequest, MigrateRequest, MigrateResult } from './engine-types.js';
import { isSyncError, SyncError } from './errors.js';
import { chooseScripts } from './migrate/choose-scripts.js';
import { contextOf, findBooks } from './migrate/find-books.js';
import type { Migrations } from './migrate/read-migrations.js';
import { makeTable, runScripts, type ScriptRun } from './migrate/run-scripts.js';
import type { Script } from './migrate/script.js';
import { readStanding } from './migrate/standing.js';
import { counted } from './model/counted.js';
import { hashText } from './model/hash.js';
import type { PlanReading } from './plan/plan-format.js';
import { whoRuns } from './run/journal.js';
import { runs } from './run/journal-books.js';
import type { MigrationRecord } from './run/journal-format.js';
import { lockTarget, whenLost } from './run/lock-target.js';
import { Trail } from './run/trail.js';
import { look } from './run/verify.js';
import { Journal } from './run/write-journal.js';

type Context = Parameters<typeof noteBase>[1];
type Strategies = Parameters<typeof noteBase>[2];

/** Takes over a database that other tools brought where it is: tells how far they did, and notes what is there as the base. */
export async function adoptFrom(options: BaselineRequest, context: Context, strategies: Strategies) {
  const { connection, driver, inspect } = context;
  const { exclude = [], with: parts = [], signal } = options;
  const { schemas } = strategies;
  const reading: PlanReading = { exclude, with: parts, ...(schemas && { schemas }), claimed: [] };
  const { inspection } = await look({ connection, driver, inspect }, reading, signal);
  const books = await findBooks(inspection, connection, driver);
  if (books.length === 0) throw noBooks();
  const told = books.map(({ tool, version }) => (version === undefined ? tool : `${tool} at ${version}`)).join(', ');
  const report = await noteBase({ ...options, summary: `Take over from ${told}` }, context, strategies);
  return { books, report };
}

/** Runs migrations of a folder as their tool would, and notes what they made as the base where there was one that nobody had drifted from. */
export async function migrateDatabase(
  migrations: Migrations,
  request: MigrateRequest,
  context: Context,
  strategies: Strategies,
): Promise<MigrateResult> {
  const { connection, driver } = context;
  const tool = contextOf(driver, connection);
  const before = await readStanding(migrations, connection, tool);
  const chosen = chooseScripts(before, migrations.layout, request);
  if (chosen.length === 0 || request.dryRun) return { before, chosen, ran: [] };
  await request.confirm?.(chosen);
  // What stands there, what is run, and what is noted of it are one: nobody else may come in between.
  await using lock = await lockTarget(connection, request);
  const hadBase = await standsAsLeft(request, context, strategies);
  const ran = await runUnder(lock, chosen, migrations, request, context);
  if (!hadBase || ran.length === 0) return { before, chosen, ran };
  const { signal } = request;
  const note: BaselineRequest = {
    ...(signal && { signal }),
    exclude: hadBase.exclude,
    with: hadBase.with,
    again: true,
    summary: `${request.direction === 'up' ? 'Run' : 'Take back'} ${counted(ran.length, 'migration')} of ${migrations.layout.tool}`,
  };
  const report = await noteBaseUnder(lock, note, context, { ...strategies, schemas: hadBase.schemas });
  return { before, chosen, ran, report };
}

/** Somebody else may have run them while this one waited. */
async function runUnder(
  lock: Lock,
  agreed: readonly Script[],
  migrations: Migrations,
  request: MigrateRequest,
  context: Context,
): Promise<readonly Script[]> {
  const { connection, driver, clock } = context;
  const tool = contextOf(driver, connection);
  const lost = whenLost(lock.lost, 'migrate');
  const signal = request.signal ? AbortSignal.any([request.signal, lost]) : lost;
  await makeTable(connection, migrations, tool);
  const journal = await resumedJournal(context, signal);
  const now = chooseScripts(await readStanding(migrations, connection, tool), migrations.layout, request);
  const meant = new Set(agreed.map(({ id }) => id));
  const { direction, onScript } = request;
  const onEnd = noting(migrations, request, context, { journal, lost });
  const run = { connection, context: tool, migrations, direction, signal, id: randomUUID, now: clock, onEnd };
  return await runScripts(
    now.filter(({ id }) => meant.has(id)),
    { ...run, ...(onScript && { onScript }) },
  );
}

/** The journal of a target that has one, ready to be told. Whom no run of ours ever touched is as its own tool left it. */
async function resumedJournal(
  { connection, driver: { dialect }, tenant }: Context,
  signal: AbortSignal,
): Promise<Journal | undefined> {
  if (!(await hasBook(connection, runs, dialect))) return undefined;
  const journal = new Journal(connection, dialect, tenant);
  await journal.resume({ signal });
  return journal;
}

/** Notes in the audit trail, and in that of the journal, what was run, and what it came to. */
function noting(
  { layout }: Migrations,
  { direction, onEvent }: MigrateRequest,
  { audit, clock, connection, tenant }: Context,
  { journal, lost }: { readonly journal: Journal | undefined; readonly lost: AbortSignal },
): NonNullable<ScriptRun['onEnd']> {
  const trail = new Trail(audit, onEvent);
  const { role } = connection;
  return async (script, { startedAt, error, isBracketed }) => {
    const record: MigrationRecord = {
      ...{ layout: layout.name, migration: script.name, direction, ...whoRuns() },
      ...(role !== undefined && { role }),
      hash: hashText(script[direction]?.text ?? ''),
      outcome: error ? outcomeOf(error) : 'done',
      startedAt: startedAt.toISOString(),
      finishedAt: clock().toISOString(),
      ...(error && { error: error.message }),
    };
    await trail.write({ type: 'migration', tenant, ...record });
    if (lost.aborted) return;
    if (!error) return journal?.noteMigration(record);
    // What a migration opened and did not close is not ended by us; and what it failed for is told, whatever of that can be noted.
    if (!isBracketed) await journal?.noteMigration(record).catch(() => undefined);
  };
}

function outcomeOf({ code }: SyncError): 'failed' | 'cancelled' {
  return code === 'CANCELLED' || code === 'TERMINATED' ? 'cancelled' : 'failed';
}

/** How the last run read the database, if it is as that left it; undefined where there is none, or where what drifted would pass for what migrations made. */
async function standsAsLeft(
  { signal }: MigrateRequest,
  { connection, driver, inspect, tenant }: Context,
  { diff }: Strategies,
): Promise<PlanReading | undefined> {
  try {
    const options = signal ? { signal } : {};
    const { drifted, unfinished, reading } = await findDrift({ connection, driver, inspect, diff, tenant, options });
    return drifted || unfinished ? undefined : reading;
  } catch (error) {
    if (isSyncError(error) && (error.code === 'NOT_FOUND' || error.code === 'JOURNAL_CORRUPT')) return undefined;
    throw error;
  }
}

function noBooks(): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'adopt',
    message: 'no table of another migration tool was found whose history could be taken over',
    hint: 'To take what is there for the base all the same: schema-sync baseline. A table in another schema is found with --schema.',
  });
}
