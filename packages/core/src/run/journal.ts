import { hostname, userInfo } from 'node:os';
import { readRows, readRowsOf } from '../books/read-book.js';
import { openable } from '../books/version.js';
import type { Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Step } from '../contract/step.js';
import { SyncError } from '../errors.js';
import { hashText } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { Plan } from '../plan/plan-format.js';
import { readPlan } from '../plan/read-plan.js';
import { toolVersion } from '../version.js';
import { findRun } from './find-run.js';
import { runs, steps } from './journal-books.js';
import type { CiJob, PruneRecord, RunRecord, StepRecord } from './journal-format.js';
import { trailBook } from './journal-trail.js';
import type { RunOutcome } from './report.js';
import { sinceLastEnd } from './since-last-end.js';

/** What the role lacks to make the journal where it is not there; throws where it is there and the role may not write it, or not bring it up to date. */
export async function journalLacks<Lack>(session: Session, dialect: Dialect): Promise<readonly Lack[]> {
  const there: boolean[] = [];
  for (const book of [steps, trailBook, runs]) there.push((await openable(session, book, dialect)).isThere);
  const { missingRights } = dialect.bookkeeping;
  return missingRights && there.includes(false) ? session.query<Lack>(missingRights) : [];
}

/** Which of these runs still have their plans. */
export async function withPlans(
  session: Session,
  dialect: Dialect,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await readRowsOf(session, runs, names, dialect, ['run', 'plan']);
  return new Set(rows.flatMap(({ run, plan }) => (prunedBy(plan) === undefined ? [String(run)] : [])));
}

/** Who took the plan of a run away, as it stands in its place. */
function prunedBy(plan: unknown): PruneRecord | undefined {
  // Plans can be large, and many are looked at: what is none says so at its beginning.
  if (!String(plan).startsWith(prunedMark)) return undefined;
  try {
    return (JSON.parse(String(plan)) as { readonly pruned?: PruneRecord } | null)?.pruned;
  } catch {
    return undefined;
  }
}

const prunedMark = '{"pruned":';

/** What is no job is told as it stands: somebody wrote it there, and that is for `audit verify` to say. */
function ciIn(written: unknown): CiJob {
  try {
    const job = JSON.parse(String(written)) as CiJob | null;
    if (typeof job?.system === 'string') return job;
  } catch {}
  return { system: String(written) };
}

/** Who runs this, where, with what. */
export function whoRuns(): Pick<RunRecord, 'user' | 'host' | 'version'> {
  return { user: userName(), host: hostname(), version: toolVersion };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that no user database knows.
    return String(process.getuid?.() ?? 'unknown');
  }
}

/** The hash of what a step executes. */
export function stepHash(step: Step): string {
  return hashText(canonicalJson(step.sql.map(({ text, params }) => ({ text, params }))));
}

/** The hash of each statement of a step, as it is executed. */
export function statementHashes(step: Step): readonly string[] {
  return step.sql.map(({ text, params }) => hashText(canonicalJson({ text, params })));
}

/** All runs that the target remembers, the newest first. */
export async function readRuns(session: Session, dialect: Dialect): Promise<readonly RunRecord[]> {
  const columns = Object.keys(runs.columns).filter(
    (name) => name !== 'plan' && name !== 'state',
  ) as (keyof typeof runs.columns)[];
  const rows = await readRows(session, runs, {}, dialect, columns);
  const records = rows.map((row): RunRecord => {
    const text = (name: keyof typeof row) => String(row[name] ?? '');
    return {
      run: text('run'),
      tenant: text('tenant'),
      plan: text('plan_id'),
      direction: text('direction') === 'down' ? 'down' : 'up',
      outcome: outcomeOf(row.outcome),
      base: text('base'),
      goal: text('goal'),
      user: text('user_name'),
      host: text('host'),
      version: text('version'),
      startedAt: text('started_at'),
      ...(row.role_name !== null && { role: text('role_name') }),
      ...(row.finished_at !== null && { finishedAt: text('finished_at') }),
      ...(row.error !== null && { error: text('error') }),
      ...(row.takes_back !== null && { takesBack: text('takes_back') }),
      ...(row.ci !== null && { ci: ciIn(row.ci) }),
    };
  });
  return records.sort((a, b) =>
    a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : a.run < b.run ? 1 : -1,
  );
}

/** The steps of all runs, or of one, in their order. */
export async function readSteps(session: Session, dialect: Dialect, run?: string): Promise<readonly StepRecord[]> {
  const rows = await readRows(session, steps, run === undefined ? {} : { run }, dialect);
  const records = rows.map(
    (row): StepRecord => ({
      run: String(row.run),
      step: Number(row.step),
      change: String(row.change_id),
      summary: String(row.summary),
      hash: String(row.hash),
      outcome: outcomeOf(row.outcome),
      startedAt: String(row.started_at),
      ...(row.finished_at !== null && { finishedAt: String(row.finished_at) }),
    }),
  );
  return records.sort((a, b) => a.step - b.step);
}

/** A run, by its name or the beginning of it, and the plan that it ran, from the journal. */
export async function readRun(
  session: Session,
  dialect: Dialect,
  run: string,
): Promise<{ readonly record: RunRecord; readonly plan: Plan }> {
  const record = findRun(await readRuns(session, dialect), run);
  const [row] = await readRows(session, runs, { run: record.run }, dialect, ['plan']);
  const pruned = prunedBy(row?.plan);
  if (pruned) {
    throw new SyncError({
      code: 'NOT_FOUND',
      op: 'down',
      message: `the plan of run ${record.run.slice(0, 8)} was pruned on ${pruned.at} by ${pruned.user}@${pruned.host}, so that the journal cannot tell its way back any more`,
      hint: 'Take the run back by its plan file if that was kept (`schema-sync down plan.json`), or sync to the schema as it was before.',
    });
  }
  return { record, plan: planIn(row?.plan, record.run) };
}

/** What a run left, as it is kept, and its plan; null for what the journal does not hold. */
export async function readLeft(session: Session, dialect: Dialect, run: string) {
  const [row] = await readRows(session, runs, { run }, dialect, ['plan', 'state']);
  const hasPlan = row !== undefined && row.plan !== null && prunedBy(row.plan) === undefined;
  return {
    plan: hasPlan ? planIn(row.plan, run) : null,
    state: row?.state === null || row?.state === undefined ? null : String(row.state),
  };
}

/** The plans of what ran for a tenant since a run last ended, the newest first: of those that began a step and whose plans are still there. */
export async function readPlansOfUnended(
  session: Session,
  dialect: Dialect,
  tenant: string,
): Promise<readonly { readonly plan: Plan; readonly direction: 'up' | 'down' }[]> {
  const own = (await readRuns(session, dialect)).filter((record) => record.tenant === tenant);
  const { unended, begun, plans } = await readUnended(session, dialect, own);
  return unended.flatMap(({ run, direction }) => {
    const plan = plans.get(run);
    if (!begun.has(run) || prunedBy(plan)) return [];
    return [{ plan: planIn(plan, run), direction }];
  });
}

/** A run that did not end, with what it was to run. */
export interface StoppedRun {
  readonly record: RunRecord;
  readonly plan: Plan;
}

/** The runs of the same tenant that began a step and did not end, between a run and the one before it that did, the newest first; undefined where a plan of theirs was pruned. */
export async function readStoppedBefore(
  session: Session,
  dialect: Dialect,
  run: string,
): Promise<readonly StoppedRun[] | undefined> {
  const all = await readRuns(session, dialect);
  const tenant = all.find((record) => record.run === run)?.tenant;
  const own = all.filter((record) => record.tenant === tenant);
  const older = own.slice(own.findIndex((record) => record.run === run) + 1);
  const { unended, begun, plans } = await readUnended(session, dialect, older);
  const found: StoppedRun[] = [];
  for (const record of unended.filter((each) => begun.has(each.run))) {
    const plan = plans.get(record.run);
    if (prunedBy(plan)) return undefined;
    found.push({ record, plan: planIn(plan, record.run) });
  }
  return found;
}

/** The runs before one that ended, the newest first, which of them began a step, and what their plans are written as. */
async function readUnended(session: Session, dialect: Dialect, own: readonly RunRecord[]) {
  const unended = sinceLastEnd(own);
  const names = unended.map(({ run }) => run);
  const begun = new Set((await readRowsOf(session, steps, names, dialect, ['run'])).map(({ run }) => String(run)));
  const rows = await readRowsOf(session, runs, [...begun], dialect, ['run', 'plan']);
  return { unended, begun, plans: new Map(rows.map(({ run, plan }) => [String(run), plan])) };
}

/** The plan of a run, as its row holds it. */
function planIn(written: unknown, run: string): Plan {
  return readPlan(String(written ?? ''), `the plan of run ${run}`, damagedRow);
}

const damagedRow =
  'The journal (_schema_sync_runs) was edited or damaged, so it cannot tell the way back of this run any more. Put the row right from a backup, take the run back by its plan file if that was kept (`schema-sync down plan.json`), or sync to the schema as it was before.';

const outcomes: readonly string[] = ['done', 'failed', 'cancelled', 'died', 'running'] satisfies readonly RunOutcome[];

function outcomeOf(value: unknown): RunOutcome {
  if (typeof value === 'string' && outcomes.includes(value)) return value as RunOutcome;
  throw new SyncError({
    code: 'JOURNAL_CORRUPT',
    op: 'journal.read',
    message: `the journal holds an outcome that no run has: ${JSON.stringify(value)}`,
    hint: 'Somebody edited the _schema_sync tables. Put the row right or delete it.',
  });
}
