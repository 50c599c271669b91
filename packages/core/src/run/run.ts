import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Inspector } from '../inspect/inspect.js';
import type { Plan } from '../plan/plan-format.js';
import type { AuditSink, CiJob } from './journal-format.js';
import type { RunOptions, RunReport } from './report.js';

/** What an executor is given. */
export interface ExecutorContext {
  readonly connection: Connection;
  readonly driver: Driver;
  readonly tenant: string;
  readonly audit?: AuditSink;
  readonly ci?: CiJob;
  /** How the target is read; the engine's own inspector. */
  readonly inspect: Inspector;
  readonly clock: () => Date;
  readonly runId: () => string;
}

/** Runs plans. Replaceable through `createEngine`. */
export type Executor = (plan: Plan, context: ExecutorContext, options: RunOptions) => Promise<RunReport>;
