import { randomUUID } from 'node:crypto';
import type { Connection, Server } from './contract/connection.js';
import type { ConnectRequest, Driver } from './contract/driver.js';
import { diff as defaultDiff } from './diff/diff.js';
import type { Difference } from './diff/difference.js';
import { noteBase } from './engine-baseline.js';
import { compileSource } from './engine-compile.js';
import { findDrift } from './engine-drift.js';
import { adoptFrom, migrateDatabase } from './engine-migrate.js';
import { requireKnownOptions, requireKnownParts } from './engine-options.js';
import { proposePlan } from './engine-plan.js';
import {
  enter,
  hintsFor,
  managedStates,
  missingFrom,
  openScratch,
  request,
  requireReadOnly,
  runOptions,
  trailReady,
  unknownServer,
} from './engine-requests.js';
import { findRest } from './engine-rest.js';
import { OtherServers } from './engine-servers.js';
import type {
  ApplyRequest,
  BaselineRequest,
  CheckRequest,
  CompileOptions,
  DiffRequest,
  DriftFound,
  Engine,
  EngineOptions,
  Goal,
  HistoryEntry,
  MigrateRequest,
  MigrateResult,
  OperationOptions,
  PlanRequest,
  SyncResult,
  Validated,
} from './engine-types.js';
import { differenceOf, howRead, inspectFor, type ValidationContext, validated } from './engine-validation.js';
import { findWayBack } from './engine-way-back.js';
import { asSyncError, isSyncError } from './errors.js';
import { inspect as defaultInspect, type Inspection } from './inspect/inspect.js';
import { isStillSo, toldBefore } from './inspect/still-so.js';
import { contextOf } from './migrate/find-books.js';
import type { Migrations } from './migrate/read-migrations.js';
import { readStanding, type Standing } from './migrate/standing.js';
import { creationSteps } from './plan/creation-statements.js';
import { plan as defaultPlan } from './plan/plan.js';
import type { Plan } from './plan/plan-format.js';
import { requireNoRows } from './run/check-data.js';
import { foresee } from './run/check-start.js';
import { requireOwn, requireProven } from './run/gate.js';
import { readHistory } from './run/history.js';
import { type PruneChoice, prunePlans, readPrunable } from './run/prune.js';
import type { RunOptions, RunReport } from './run/report.js';
import { requireFree } from './run/require-free.js';
import { requirePlannable } from './run/require-plannable.js';
import { requireWithin } from './run/require-within.js';
import type { ExecutorContext } from './run/run.js';
import { runPlan } from './run/run-plan.js';
import { type JournalFollowed, verifyJournal } from './run/verify-journal.js';
import type { Compiled, Source } from './source/compiled.js';
import { withLeftOut } from './source/left-out.js';
import type { TenantContext } from './tenant/context.js';

/** Assembles an engine from a driver; whatever else is given takes the place of the default. */
export function createEngine(options: EngineOptions): Engine {
  requireKnownParts(options);
  return new DefaultEngine(options);
}

class DefaultEngine implements Engine {
  readonly driver: Driver;
  private readonly strategies;

  constructor(private readonly options: EngineOptions) {
    this.driver = options.driver;
    this.strategies = {
      inspect: options.inspector ?? defaultInspect,
      diff: options.differ ?? defaultDiff,
      plan: options.planner ?? defaultPlan,
      expand: options.expander,
      run: options.executor ?? runPlan,
      clock: options.clock ?? (() => new Date()),
      runId: options.runId ?? randomUUID,
    };
  }

  async compile(source: string | Source, options: CompileOptions = {}): Promise<Compiled> {
    requireKnownOptions('compile', options);
    enter('compile', options);
    const { near } = options;
    const { scratch: apart, readers, snapshots } = this.options;
    return compileSource(source, options, {
      driver: this.driver,
      apart,
      scratch: () => this.scratch(near, options),
      serverOf: (tenant) => this.serverOf(tenant, options),
      ...(readers && { readers }),
      ...(snapshots && { snapshots }),
    });
  }

  inspect(tenant: TenantContext, options: OperationOptions = {}): Promise<Inspection> {
    enter('inspect', options);
    return this.reading(tenant, 'inspect', options, (connection) =>
      this.strategies.inspect(connection, this.driver, howRead(options, this.driver)),
    );
  }

  async diff(tenant: TenantContext, goal: Goal, options: DiffRequest = {}): Promise<Difference> {
    return (await this.validate(tenant, goal, options)).difference;
  }

  compare(base: Compiled, goal: Compiled, options: DiffRequest = {}): Difference {
    const server = base.server ?? goal.server ?? unknownServer;
    const hints = hintsFor(goal, options);
    const { driver } = this;
    const { from, to, kept, leftOut } = managedStates(base, goal, options, driver);
    const difference = this.strategies.diff(from, to, { driver, server, hints, kept, leftOut });
    requireFree(difference, { base, goal }, driver);
    return difference;
  }

  async validate(tenant: TenantContext, goal: Goal, options: Parameters<Engine['validate']>[2] = {}) {
    const compiled = await this.goal(tenant, goal, options);
    const work = async (connection: Connection) => {
      const context = this.validation(connection, tenant, compiled, options);
      const { inspection } = await inspectFor(options, context);
      return validated(inspection, options, context);
    };
    return this.reading(tenant, 'validate', options, work, true);
  }

  async validateUnless<Known>(
    tenant: TenantContext,
    goal: Goal,
    known: (fingerprint: string) => Known | undefined,
    options: Parameters<Engine['validate']>[2] = {},
  ) {
    const compiled = await this.goal(tenant, goal, options);
    const work = async (connection: Connection): Promise<{ readonly known: Known } | Validated> => {
      // Taken first: what changes while it is read has another one by then.
      const fingerprint = connection.missing ? undefined : await connection.fingerprint?.(options.signal);
      const answer = fingerprint === undefined ? undefined : known(fingerprint);
      if (answer !== undefined) return { known: answer };
      const before = await toldBefore(connection, fingerprint);
      const context = this.validation(connection, tenant, compiled, options);
      const { inspection } = await inspectFor(options, context);
      const found = await validated(inspection, options, context);
      if (!(await isStillSo(connection, before, options.signal))) return { found, unsteady: true as const };
      return { found, ...(fingerprint !== undefined && { fingerprint }) };
    };
    return this.reading(tenant, 'validate', options, work, true);
  }

  async plan(tenant: TenantContext, goal: Goal, options: PlanRequest = {}): Promise<Plan> {
    return (await this.proposal(tenant, await this.goal(tenant, goal, options), 'plan', options)).plan;
  }

  async apply(tenant: TenantContext, plan: Plan, options: ApplyRequest = {}): Promise<RunReport> {
    requireOwn(plan, this.driver);
    requireProven(plan, 'up', 'apply', options);
    await trailReady(this.options, tenant);
    const work = (connection: Connection) => this.run(connection, tenant, plan, 'up', options);
    if (options.create) await this.check(tenant, plan, 'up', options);
    const how = { access: 'write', missing: options.create ? 'make' : 'refuse' } as const;
    return this.connected(tenant, 'apply', how, options, work);
  }

  planRest(tenant: TenantContext, plan: Plan, options: ApplyRequest = {}) {
    const work = (connection: Connection) => {
      const scratch = () => this.scratch(tenant, options);
      const { driver, strategies } = this;
      return findRest(tenant, plan, { ...strategies, strategies, driver, connection, scratch, options });
    };
    return this.reading(tenant, 'apply', options, work, true);
  }

  check(tenant: TenantContext, plan: Plan | string, direction: 'up' | 'down', options: CheckRequest = {}) {
    const work = async (connection: Connection) => {
      const found = await this.wayBack(connection, tenant, plan, { ...options, prove: false });
      requireOwn(found.plan, this.driver);
      enter('inspect', options);
      const context = { connection, driver: this.driver, inspect: this.strategies.inspect };
      const { signal, create = false, dryRun = false } = options;
      const { before, later } = await foresee(found.plan, context, {
        direction,
        create,
        dryRun,
        ...(direction === 'down' && found.run !== undefined && { takesBack: found.run }),
        ...(signal && { signal }),
      });
      return { ...(before && { before }), ...(later && { later }), ...missingFrom(connection) };
    };
    const [op, missing] = direction === 'up' ? (['apply', 'stand-in'] as const) : (['down', 'refuse'] as const);
    const how = options.dryRun
      ? ({ access: 'read', missing, recover: true } as const)
      : ({ access: 'write', missing } as const);
    return this.connected(tenant, op, how, options, work);
  }

  async down(tenant: TenantContext, plan: Plan | string, options: Parameters<Engine['down']>[2] = {}) {
    await trailReady(this.options, tenant);
    const work = async (connection: Connection) => {
      const { plan: found, run } = await this.wayBack(connection, tenant, plan, options);
      requireOwn(found, this.driver);
      requireProven(found, 'down', 'down', options);
      return this.run(connection, tenant, found, 'down', { ...options, ...(run !== undefined && { takesBack: run }) });
    };
    return this.connected(tenant, 'down', { access: 'write', missing: 'refuse' }, options, work);
  }

  async sync(tenant: TenantContext, goal: Goal, options: Parameters<Engine['sync']>[2] = {}): Promise<SyncResult> {
    const compiled = await this.goal(tenant, goal, options);
    let agreed: Plan | undefined;
    for (let attempt = 1; ; attempt++) {
      const access = options.dryRun ? 'read' : 'write';
      const { plan, missing, ...found } = await this.proposal(tenant, compiled, 'sync', options, access);
      const { difference, data } = found;
      const seen = { tenant: tenant.id, ...found, ...(missing && { missing }) };
      if (difference.changes.length === 0 && plan.up.length === 0) return { ...seen, inSync: true };
      if (options.dryRun) return { ...seen, inSync: false, plan };
      if (plan.id !== agreed?.id) {
        const occasion = { ...found, missing: missing ?? false, again: agreed !== undefined };
        if (options.confirm) await options.confirm(plan, difference, occasion);
        else requireProven(plan, 'up', 'sync', options);
        if (data) requireNoRows(data, 'sync');
      }
      agreed = plan;
      try {
        const create = missing === true && options.create !== false;
        const report = await this.apply(tenant, plan, { ...options, create, prove: false });
        if (!report.laterRuns || attempt === attempts) return { ...seen, inSync: false, plan, report };
      } catch (error) {
        // Somebody changed the database after it was read, most likely while this one waited for the lock: what is right now is another plan.
        if (!isSyncError(error) || error.code !== 'BASE_MISMATCH' || attempt === attempts) throw error;
      }
    }
  }

  async audit(tenant: TenantContext, options: OperationOptions = {}) {
    requireReadOnly(this.driver, tenant);
    const work = async (connection: Connection) => ({
      inspection: await this.strategies.inspect(connection, this.driver, howRead(options, this.driver)),
      history: await readHistory(connection, this.driver.dialect),
    });
    // What only a writer can put right is named, and left as it is.
    return this.connected(tenant, 'audit', { access: 'read', missing: 'refuse', recover: false }, options, work);
  }

  drift(tenant: TenantContext, options: OperationOptions = {}): Promise<DriftFound> {
    enter('inspect', options);
    const { driver, strategies } = this;
    return this.reading(tenant, 'drift', options, (connection) =>
      findDrift({ ...strategies, driver, connection, tenant: tenant.id, options }),
    );
  }

  async baseline(tenant: TenantContext, options: BaselineRequest = {}): Promise<RunReport> {
    await trailReady(this.options, tenant);
    const work = (connection: Connection) =>
      noteBase(options, this.runContext(connection, tenant), this.noting(options));
    return this.connected(tenant, 'baseline', { access: 'write', missing: 'refuse' }, options, work);
  }

  async adopt(tenant: TenantContext, options: BaselineRequest = {}) {
    await trailReady(this.options, tenant);
    const work = (connection: Connection) =>
      adoptFrom(options, this.runContext(connection, tenant), this.noting(options));
    return this.connected(tenant, 'adopt', { access: 'write', missing: 'refuse' }, options, work);
  }

  migrations(tenant: TenantContext, folder: Migrations, options: OperationOptions = {}): Promise<Standing> {
    const work = (connection: Connection) => readStanding(folder, connection, contextOf(this.driver, connection));
    return this.reading(tenant, 'migrate', options, work, true);
  }

  async migrate(tenant: TenantContext, folder: Migrations, request: MigrateRequest): Promise<MigrateResult> {
    await trailReady(this.options, tenant);
    const work = (connection: Connection) =>
      migrateDatabase(folder, request, this.runContext(connection, tenant), this.noting(request));
    const access = request.dryRun ? 'read' : 'write';
    return this.connected(tenant, 'migrate', { access, missing: 'refuse' }, request, work);
  }

  history(tenant: TenantContext, options: OperationOptions = {}): Promise<readonly HistoryEntry[]> {
    return this.reading(tenant, 'history', options, (connection) => readHistory(connection, this.driver.dialect));
  }

  verifyJournal(tenant: TenantContext, options: Parameters<Engine['verifyJournal']>[1] = {}): Promise<JournalFollowed> {
    const { heads = [] } = options;
    const work = (connection: Connection) =>
      verifyJournal(connection, this.driver.dialect, { tenant: tenant.id, heads });
    return this.reading(tenant, 'audit', options, work);
  }

  async prune(tenant: TenantContext, choice: PruneChoice, options: Parameters<Engine['prune']>[2] = {}) {
    await trailReady(this.options, tenant);
    const [{ dialect }, { audit }] = [this.driver, this.options];
    const found = await this.reading(tenant, 'history', options, (connection) =>
      readPrunable(connection, dialect, { tenant: tenant.id, choice }, options),
    );
    if (found.length === 0) return [];
    await options.confirm?.(found);
    const by = { tenant: tenant.id, at: this.strategies.clock().toISOString(), ...(audit && { audit }) };
    const work = (connection: Connection) => prunePlans(connection, dialect, { choice, found, ...by }, options);
    return this.connected(tenant, 'prune', { access: 'write', missing: 'refuse' }, options, work);
  }

  planOf(tenant: TenantContext, run: string, options: Parameters<Engine['planOf']>[2] = {}): Promise<Plan> {
    const work = (connection: Connection) => this.wayBack(connection, tenant, run, options);
    return this.reading(tenant, 'history', options, work).then(({ plan }) => plan);
  }

  creation(state: Compiled) {
    return creationSteps(state.catalogue, this.driver, state.server ?? unknownServer);
  }

  private async goal(tenant: TenantContext, goal: Goal, options: CompileOptions): Promise<Compiled> {
    if (typeof goal !== 'string') return goal;
    try {
      return withLeftOut(await this.compile(goal, { near: tenant, ...options }), options, this.driver);
    } catch (thrown) {
      throw asSyncError(thrown, 'compile').with({ tenant: tenant.id });
    }
  }

  /** A plan is made before anything is; that a database cannot be written shows itself here, where it is going to be. */
  private proposal(
    tenant: TenantContext,
    goal: Compiled,
    op: string,
    options: PlanRequest,
    access: ConnectRequest['access'] = 'read',
  ) {
    const work = async (connection: Connection) => ({
      ...(await this.planned(connection, tenant, goal, options)),
      ...missingFrom(connection),
    });
    return this.connected(tenant, op, { access, missing: 'stand-in', recover: true }, options, work);
  }

  private async planned(connection: Connection, tenant: TenantContext, goal: Compiled, options: PlanRequest) {
    const { driver, strategies } = this;
    requirePlannable(connection);
    const held = this.validation(connection, tenant, goal, options);
    const { inspection, schemas } = await inspectFor(options, held);
    const difference = await differenceOf(inspection, options, held);
    const others = new OtherServers(driver, async () => connection.server);
    const scratch = async () => others.fitting(await this.scratch(tenant, options));
    const context = { ...strategies, driver, connection, scratch, options, ...(schemas && { schemas }) };
    return proposePlan({ goal, inspection, difference }, context).catch((error: unknown) =>
      Promise.reject(others.explain(error)),
    );
  }

  private wayBack(
    connection: Connection,
    tenant: TenantContext,
    what: Plan | string,
    options: NonNullable<Parameters<Engine['down']>[2]>,
  ) {
    const scratch = () => this.scratch(tenant, options);
    const { driver, strategies } = this;
    return findWayBack(what, { ...strategies, driver, connection, scratch, options, tenant: tenant.id });
  }

  /** What it takes to hold a database against its goal. */
  private validation(
    connection: Connection,
    tenant: TenantContext,
    goal: Compiled,
    options: OperationOptions,
  ): ValidationContext {
    const { driver, strategies } = this;
    return { driver, connection, strategies, tenant, goal, scratch: () => this.scratch(tenant, options) };
  }

  private async run(
    connection: Connection,
    tenant: TenantContext,
    plan: Plan,
    direction: 'up' | 'down',
    options: ApplyRequest & Pick<RunOptions, 'takesBack'>,
  ): Promise<RunReport> {
    requireWithin(plan.changes, connection, this.driver);
    const { settled } = options;
    let last: Parameters<NonNullable<RunOptions['onVerified']>> | undefined;
    const report = await this.strategies.run(plan, this.runContext(connection, tenant), {
      ...runOptions(direction, plan, options),
      ...(settled && { onVerified: (...verified) => (last = verified) }),
    });
    if (settled && last) {
      const [inspection, seen] = last;
      const { goal, request } = settled;
      // The run did what it was to do, whether or not that can be told: then it is read again by whoever asks.
      const context = this.validation(connection, tenant, goal, request);
      const found = await validated(inspection, request, context).catch(() => undefined);
      if (found) settled.told(found, seen);
    }
    return report;
  }

  private runContext(connection: Connection, tenant: TenantContext): ExecutorContext {
    const { driver } = this;
    const { clock, inspect, runId } = this.strategies;
    const { audit, ci } = this.options;
    const context = { connection, driver, inspect, tenant: tenant.id, clock, runId };
    return { ...context, ...(audit && { audit }), ...(ci && { ci }) };
  }

  private noting(options: OperationOptions) {
    return { ...this.strategies, schemas: howRead(options, this.driver).schemas };
  }

  private scratch(near: TenantContext | undefined, { signal }: OperationOptions): Promise<Connection> {
    return openScratch(this.driver, this.options.scratch ?? near?.target, signal, this.options.beside);
  }

  private serverOf(tenant: TenantContext, options: OperationOptions): Promise<Server> {
    return this.reading(tenant, 'compile', options, async ({ server }) => server, true);
  }

  /** Reads a database; an empty one stands in for one that is not there where `standIn` says so. */
  private reading<T>(
    tenant: TenantContext,
    op: string,
    options: OperationOptions,
    work: (connection: Connection) => Promise<T>,
    standIn = false,
  ): Promise<T> {
    const how = { access: 'read', missing: standIn ? 'stand-in' : 'refuse', recover: true } as const;
    return this.connected(tenant, op, how, options, work);
  }

  private async connected<T>(
    tenant: TenantContext,
    op: string,
    how: ConnectRequest,
    options: OperationOptions,
    work: (connection: Connection) => Promise<T>,
  ): Promise<T> {
    try {
      requireKnownOptions(op, options);
      await using connection = await this.driver.connect(this.driver.options(tenant.target), request(how, options));
      return await work(connection);
    } catch (thrown) {
      throw asSyncError(thrown, op).with({ tenant: tenant.id });
    }
  }
}

/** How often a plan is made anew because the database has moved. */
const attempts = 5;
