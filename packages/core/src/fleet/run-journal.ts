import { type BookRow, deleteRows, insertRow, insertRows, updateRow } from '../books/book.js';
import { readRows } from '../books/read-book.js';
import { openBook } from '../books/version.js';
import type { Connection } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Statement } from '../contract/statement.js';
import { SyncError } from '../errors.js';
import { hashText } from '../model/hash.js';
import { readPlan } from '../plan/read-plan.js';
import { fleetPlans, fleetRuns, fleetTenants } from './run-books.js';
import type {
  FleetRunRecord,
  FleetRunSettings,
  FleetRunState,
  PlanRecord,
  TenantRecord,
  TenantState,
  Wanted,
} from './run-record.js';

type RunChange = Partial<Pick<FleetRunRecord, 'state' | 'wanted' | 'passed' | 'done' | 'failed'>> & {
  readonly finishedAt?: string | null;
};
export type TenantChange = Pick<TenantRecord, 'state' | 'attempts'> &
  Partial<Pick<TenantRecord, 'targetRun' | 'startedAt' | 'finishedAt'>> & { readonly error?: object };

/** The runs of fleets, with their tenants and plans, in a control store: tables of a database that is none of the tenants'. The connection stays the caller's to close. */
export class FleetRunJournal {
  constructor(
    private readonly connection: Connection,
    private readonly dialect: Dialect,
  ) {}

  /** Notes a run with all that it is going to need. Once the row of the run is there the others are. */
  async begin(run: FleetRunRecord, plans: readonly PlanRecord[], tenants: readonly TenantRecord[]): Promise<void> {
    const { connection, dialect } = this;
    for (const book of [fleetTenants, fleetPlans, fleetRuns]) await openBook<string>(connection, book, dialect);
    const rows = tenants.map((tenant, place) => tenantRow(run.run, tenant, place));
    const statements: readonly Statement[] = [
      ...plans.map((plan) => insertRow(fleetPlans, planRow(run.run, plan), dialect)),
      ...insertRows(fleetTenants, rows, dialect),
      insertRow(fleetRuns, runRow(run), dialect),
    ];
    for (const statement of statements) await connection.execute(statement);
  }

  /** All runs, the newest first. */
  async runs(run?: string): Promise<readonly FleetRunRecord[]> {
    const rows = await readRows(this.connection, fleetRuns, run === undefined ? {} : { run }, this.dialect);
    return rows.map(readRun).sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));
  }

  /** What others ask of a run; undefined where it is not noted any more. */
  async wanted(run: string): Promise<Wanted | undefined> {
    const [row] = await readRows(this.connection, fleetRuns, { run }, this.dialect, ['wanted']);
    return row && oneOf<Wanted>(row.wanted, ['go', 'pause', 'cancel']);
  }

  /** The tenants of a run in the order in which they are dealt with. */
  async tenants(run: string): Promise<readonly TenantRecord[]> {
    const rows = await readRows(this.connection, fleetTenants, { run }, this.dialect);
    return [...rows].sort((a, b) => Number(a.place) - Number(b.place)).map(readTenant);
  }

  async plans(run: string): Promise<readonly PlanRecord[]> {
    const rows = await readRows(this.connection, fleetPlans, { run }, this.dialect);
    return rows.map((row) => ({
      class: Number(row.class),
      plan: readPlan(String(row.plan), `the plan of state ${row.class} of run ${run}`, damaged),
      missing: Number(row.missing) === 1,
      groups: JSON.parse(String(row.groups)) as PlanRecord['groups'],
    }));
  }

  changeRun(run: string, { finishedAt, ...change }: RunChange): Promise<void> {
    const set = { ...change, ...(finishedAt !== undefined && { finished_at: finishedAt }) };
    return this.connection.execute(updateRow(fleetRuns, { run }, set, this.dialect));
  }

  /** Takes a run out with all that was noted of it. Its own row goes last: what was cut short can be seen, and goes the next time. */
  async forget(run: string): Promise<void> {
    for (const book of [fleetTenants, fleetPlans, fleetRuns])
      await this.connection.execute(deleteRows<string>(book, { run }, this.dialect));
  }

  /** Notes what becomes of tenants, all of it at once where that can be. */
  async changeTenants(
    run: string,
    changes: readonly (readonly [tenant: string, change: TenantChange])[],
  ): Promise<void> {
    const { connection } = this;
    const statements = changes.map(([tenant, change]) => this.changing(run, tenant, change));
    if (connection.atomically && statements.length > 1) await connection.atomically(statements);
    else for (const statement of statements) await connection.execute(statement);
  }

  changeTenant(run: string, tenant: string, change: TenantChange): Promise<void> {
    return this.changeTenants(run, [[tenant, change]]);
  }

  private changing(run: string, tenant: string, change: TenantChange): Statement {
    const { state, attempts, error, targetRun, startedAt, finishedAt } = change;
    const set = {
      ...{ state, attempts, error: error && JSON.stringify(error), finished_at: finishedAt },
      ...(targetRun !== undefined && { target_run: targetRun }),
      ...(startedAt !== undefined && { started_at: startedAt }),
    };
    const key = { run, tenant_hash: hashText(tenant) };
    return updateRow<string>(fleetTenants, key, set, this.dialect);
  }
}

const damaged =
  'The control store was edited or damaged. A new run of the fleet, with sync, goes on with what is left.';

function runRow(record: FleetRunRecord): BookRow<keyof typeof fleetRuns.columns> {
  const { run, fleet, state, wanted, settings, passed, tenants, done, failed, user, host, version } = record;
  return {
    ...{ run, fleet, state, wanted, settings: JSON.stringify(settings), passed, tenants, done, failed },
    ...{ user_name: user, host, version, started_at: record.startedAt, finished_at: record.finishedAt },
  };
}

function planRow(
  run: string,
  { plan, missing, groups, ...rest }: PlanRecord,
): BookRow<keyof typeof fleetPlans.columns> {
  return {
    run,
    class: rest.class,
    plan: JSON.stringify(plan),
    missing: missing ? 1 : 0,
    groups: JSON.stringify(groups),
  };
}

function tenantRow(run: string, record: TenantRecord, place: number): BookRow<keyof typeof fleetTenants.columns> {
  const { tenant, wave, group, state, attempts, error, identityHash } = record;
  return {
    ...{ run, tenant_hash: hashText(tenant), tenant, place, wave, class: record.class, group_name: group, state },
    ...{ attempts, error: error && JSON.stringify(error), identity_hash: identityHash },
  };
}

function readRun(row: Readonly<Record<keyof typeof fleetRuns.columns, string | number | null>>): FleetRunRecord {
  return {
    run: String(row.run),
    fleet: String(row.fleet),
    state: oneOf<FleetRunState>(row.state, ['running', 'paused', 'held', 'stopped', 'failed', 'done', 'cancelled']),
    wanted: oneOf<Wanted>(row.wanted, ['go', 'pause', 'cancel']),
    settings: JSON.parse(String(row.settings)) as FleetRunSettings,
    passed: Number(row.passed),
    tenants: Number(row.tenants),
    done: Number(row.done),
    failed: Number(row.failed),
    user: String(row.user_name),
    host: String(row.host),
    version: String(row.version),
    startedAt: String(row.started_at),
    ...(row.finished_at !== null && { finishedAt: String(row.finished_at) }),
  };
}

function readTenant(row: Readonly<Record<keyof typeof fleetTenants.columns, string | number | null>>): TenantRecord {
  const states = ['in-sync', 'waiting', 'running', 'done', 'failed', 'cancelled'] as const;
  return {
    tenant: String(row.tenant),
    state: oneOf<TenantState>(row.state, states),
    wave: Number(row.wave),
    ...(row.class !== null && { class: Number(row.class) }),
    ...(row.group_name !== null && { group: String(row.group_name) }),
    attempts: Number(row.attempts),
    ...(row.error !== null && { error: JSON.parse(String(row.error)) as Readonly<Record<string, unknown>> }),
    ...(row.target_run !== null && { targetRun: String(row.target_run) }),
    ...(row.identity_hash !== null && { identityHash: String(row.identity_hash) }),
    ...(row.started_at !== null && { startedAt: String(row.started_at) }),
    ...(row.finished_at !== null && { finishedAt: String(row.finished_at) }),
  };
}

function oneOf<T extends string>(value: unknown, known: readonly T[]): T {
  if (known.includes(value as T)) return value as T;
  throw new SyncError({
    code: 'JOURNAL_CORRUPT',
    op: 'runs',
    message: `the control store says ${JSON.stringify(value)} where one of these is meant: ${known.join(', ')}`,
    hint: damaged,
  });
}
