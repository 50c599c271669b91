import type { RunOutcome } from './report.js';

/** The job of a system for continuous integration in which something was run, and who had it run, as far as that system says. */
export interface CiJob {
  readonly system: string;
  readonly by?: string;
  readonly job?: string;
}

/** One run, as the target remembers it. */
export interface RunRecord {
  readonly run: string;
  readonly tenant: string;
  readonly plan: string;
  readonly direction: 'up' | 'down';
  readonly outcome: RunOutcome;
  readonly base: string;
  readonly goal: string;
  /** Operating-system user, host and tool version. */
  readonly user: string;
  readonly host: string;
  readonly version: string;
  /** As whom the server took it, where it tells people apart. */
  readonly role?: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly error?: string;
  /** The run that this one took back, or was to. */
  readonly takesBack?: string;
  /** The job in which it ran, where it ran in one. */
  readonly ci?: CiJob;
}

/** One step of a run. */
export interface StepRecord {
  readonly run: string;
  readonly step: number;
  readonly change: string;
  readonly summary: string;
  /** SHA-256 over the statements. */
  readonly hash: string;
  /** SHA-256 of each of them, in trails alone. */
  readonly statements?: readonly string[];
  readonly outcome: RunOutcome;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

/** Who took a plan out of the journal, and when. */
export interface PruneRecord extends Pick<RunRecord, 'user' | 'host' | 'version'> {
  readonly at: string;
}

/** One migration of a folder that was run on a tenant, or taken back. */
export interface MigrationRecord extends Pick<RunRecord, 'user' | 'host' | 'version' | 'role'> {
  /** Whose layout the folder has. */
  readonly layout: string;
  readonly migration: string;
  readonly direction: 'up' | 'down';
  /** SHA-256 over the text that was run. */
  readonly hash: string;
  readonly outcome: RunOutcome;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly error?: string;
}

/** The end of a tenant's database. */
export interface DropRecord extends Pick<RunRecord, 'user' | 'host' | 'version'> {
  /** Where it was, without a secret. */
  readonly database: string;
  /** How many objects it held, and the root hash of these. */
  readonly objects: number;
  readonly root: string;
  readonly outcome: RunOutcome;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly error?: string;
}

/** A line of an audit trail, beside the journal in the target. */
export type AuditEntry =
  | ({ readonly type: 'run' } & RunRecord)
  | ({ readonly type: 'step'; readonly tenant: string } & StepRecord)
  | ({ readonly type: 'migration'; readonly tenant: string } & MigrationRecord)
  | ({ readonly type: 'drop'; readonly tenant: string } & DropRecord)
  | ({ readonly type: 'prune'; readonly tenant: string; readonly runs: readonly string[] } & PruneRecord);

/** Where audit entries go beside the target's own journal. */
export interface AuditSink {
  /** Called before the first statement of a run, which does not begin where this throws. */
  ready?(): Promise<void>;
  write(entry: AuditEntry): Promise<void>;
}
