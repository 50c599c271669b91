import type { Book } from '../books/book.js';
import type { RunRecord, StepRecord } from './journal-format.js';

/** Where the runs are, with their plans. */
export const journalTable = '_schema_sync_runs';

/** One row a run. */
export const runs: Book<
  | 'run'
  | 'tenant'
  | 'plan_id'
  | 'direction'
  | 'outcome'
  | 'base'
  | 'goal'
  | 'user_name'
  | 'host'
  | 'version'
  | 'started_at'
  | 'finished_at'
  | 'error'
  | 'plan'
  | 'takes_back'
  | 'role_name'
  | 'state'
  | 'ci'
> = {
  table: journalTable,
  columns: {
    run: 'key',
    tenant: 'text',
    plan_id: 'text',
    direction: 'text',
    outcome: 'text',
    base: 'text',
    goal: 'text',
    user_name: 'text',
    host: 'text',
    version: 'text',
    started_at: 'text',
    finished_at: 'text',
    error: 'text',
    plan: 'text',
    takes_back: 'text',
    role_name: 'text',
    state: 'text',
    ci: 'text',
  },
  key: ['run'],
  version: 4,
  since: { takes_back: 1, role_name: 2, state: 3, ci: 4 },
};

/** One row a step of a run. */
export const steps: Book<'run' | 'step' | 'change_id' | 'summary' | 'hash' | 'outcome' | 'started_at' | 'finished_at'> =
  {
    table: '_schema_sync_steps',
    columns: {
      run: 'key',
      step: 'integer',
      change_id: 'text',
      summary: 'text',
      hash: 'text',
      outcome: 'text',
      started_at: 'text',
      finished_at: 'text',
    },
    key: ['run', 'step'],
    version: 1,
  };

/** A run as its row holds it. */
export function runRow(record: RunRecord) {
  return {
    run: record.run,
    tenant: record.tenant,
    plan_id: record.plan,
    direction: record.direction,
    outcome: record.outcome,
    base: record.base,
    goal: record.goal,
    user_name: record.user,
    host: record.host,
    version: record.version,
    started_at: record.startedAt,
    finished_at: record.finishedAt,
    error: record.error,
    takes_back: record.takesBack,
    role_name: record.role,
    ci: record.ci && JSON.stringify(record.ci),
  };
}

/** A step as its row holds it. */
export function stepRow(record: StepRecord) {
  return {
    run: record.run,
    step: record.step,
    change_id: record.change,
    summary: record.summary,
    hash: record.hash,
    outcome: record.outcome,
    started_at: record.startedAt,
    finished_at: record.finishedAt,
  };
}
