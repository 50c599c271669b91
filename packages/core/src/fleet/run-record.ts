import type { HazardClass } from '../contract/step.js';
import type { Plan } from '../plan/plan-format.js';

/** How a run of a fleet stands: `held` where failures or a probe kept others from being begun, `stopped` where somebody interrupted it or what it is noted in was lost. */
export type FleetRunState = 'running' | 'paused' | 'held' | 'stopped' | 'failed' | 'done' | 'cancelled';

/** What others ask of a run. */
export type Wanted = 'go' | 'pause' | 'cancel';

/** How a run of a fleet was begun, and goes on. */
export interface FleetRunSettings {
  /** The names of its waves. */
  readonly waves: readonly string[];
  readonly allow: readonly HazardClass[];
  readonly parallel: number;
  readonly bakeMs?: number;
  readonly probe?: string;
  /** What each tenant of a wave is asked after it. */
  readonly probeSql?: string;
  /** How long one tenant may take. Absent: as long as it takes. */
  readonly tenantTimeoutMs?: number;
  /** How many may fail. Absent: all of the last wave, and none of one before it. */
  readonly abortAfter?: number;
}

/** A run of a fleet, as it is noted. */
export interface FleetRunRecord {
  readonly run: string;
  readonly fleet: string;
  readonly state: FleetRunState;
  readonly wanted: Wanted;
  readonly settings: FleetRunSettings;
  /** How many waves have come to their end, with what was to be so before the next. */
  readonly passed: number;
  readonly tenants: number;
  readonly done: number;
  readonly failed: number;
  readonly user: string;
  readonly host: string;
  readonly version: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
}

/** How a tenant of a run stands. `running` of a run that nobody runs any more means that only the tenant's own journal knows. */
export type TenantState = 'in-sync' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A tenant of a run of a fleet, as it is noted. */
export interface TenantRecord {
  readonly tenant: string;
  readonly state: TenantState;
  readonly wave: number;
  /** Which of the plans is its own; absent where there is none. */
  readonly class?: number;
  readonly group?: string;
  readonly attempts: number;
  /** As a SyncError is written for programs. */
  readonly error?: Readonly<Record<string, unknown>>;
  /** The run in the tenant's own journal. */
  readonly targetRun?: string;
  /** The hash of what its database is known by, whoever reaches it and how. Absent where nobody could tell, and in runs of older releases. */
  readonly identityHash?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
}

/** A plan of a run of a fleet. */
export interface PlanRecord {
  readonly class: number;
  readonly plan: Plan;
  readonly missing: boolean;
  /** The groups of the tenants that it was made for; `null` for those of none. */
  readonly groups: readonly (string | null)[];
}
