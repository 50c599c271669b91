import { randomUUID } from 'node:crypto';
import type { Connection, Server } from './contract/connection.js';
import type { ConnectRequest, Driver } from './contract/driver.js';
import { diff as defaultDiff } from './diff/diff.js';
import type { Difference } from './diff/difference.js';
import { placesToRename } from './diff/place-renames.js';
import { noteBase } from './engine-baseline.js';
import { findDifference } from './engine-diff.js';
import { findDrift } from './engine-drift.js';
import { adoptFrom, migrateDatabase } from './engine-migrate.js';
import { requireKnownOptions, requireKnownParts } from './engine-options.js';
import { nextPhase } from './engine-phase.js';
import { proposePlan } from './engine-plan.js';
import {
  claims,
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
  Validation,
} from './engine-types.js';
import { findWayBack } from './engine-way-back.js';
import { asSyncError, isSyncError } from './errors.js';
import { inspect as defaultInspect, type Inspection, type InspectOptions } from './inspect/inspect.js';
import { managedSchemas } from './inspect/schemas.js';
import { contextOf } from './migrate/find-books.js';
import type { Migrations } from './migrate/read-migrations.js';
import { readStanding, type Standing } from './migrate/standing.js';
import { byCodeUnit } from './model/address.js';
import { creationStatements, creationSteps } from './plan/creation-statements.js';
import { onlineTables } from './plan/online.js';
import type { PlanPhase } from './plan/phase.js';
import { plan as defaultPlan } from './plan/plan.js';
import type { Plan } from './plan/plan-format.js';
import { managedSeeds, orderSeeds } from './plan/seed-order.js';
import { pendingSeeds } from './plan/seeds.js';
import { requireNoRows } from './run/check-data.js';
import { foresee } from './run/check-start.js';
import { requireOwn, requireProven } from './run/gate.js';
import { readHistory } from './run/history.js';
import { type PruneChoice, prunePlans, readPrunable } from './run/prune.js';
import type { RunOptions, RunReport } from './run/report.js';
import { requireFree } from './run/require-free.js';
import { requireWithin } from './run/require-within.js';
import type { ExecutorContext } from './run/run.js';
import { runPlan } from './run/run-plan.js';
import type { Compiled, Source } from './source/compiled.js';
import { withLeftOut } from './source/left-out.js';
import { openSource } from './source/open.js';
import type { TenantContext } from './tenant/context.js';

/** Assembles an engine from a driver; whatever else is given takes the place of the default. */
export function createEngine(options: EngineOptions): Engine {
  requireKnownParts(options);
  return new DefaultEngine(options);
}

interface Inspected {
  readonly inspection: Inspection;
  /** What it was looked for in, and is looked for in from then on. */
  readonly schemas: readonly string[] | undefined;
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
    const directory = options.directory ?? process.cwd();
    const { driver } = this;
    const { near } = options;
    enter('compile', options);
    const others = new OtherServers(driver, near && (() => this.serverOf(near, options)));
    const { signal } = options;
    const { readers } = this.options;
    const known = { directory, protocols: driver.protocols, ...(readers && { readers }), ...(signal && { signal }) };
    const opened = typeof source === 'string' ? openSource(source, known) : source;
    const compiled = await opened.compile({
      directory,
      driver,
      scratch: async () => {
        const scratch = await this.scratch(near, options);
        return this.options.scratch ? others.fitting(scratch) : scratch;
      },
      connect: async (url) => {
        const input = options.connection?.(url) ?? { url, directory };
        const live = await driver.connect(driver.options(input), request({ access: 'read', recover: true }, options));
        if (input.url !== near?.target.url) await others.note(live);
        return live;
      },
      creation: (objects, server) => creationStatements(objects, driver, server),
      inspect: { ...options, schemas: managedSchemas(options.schemas, driver), desired: true },
      ...(near && driver.within?.(driver.options(near.target))),
      ...(options.lenient !== undefined && { lenient: options.lenient }),
      ...(this.options.snapshots && { snapshots: this.options.snapshots }),
      ...(options.signal && { signal: options.signal }),
    });
    const warnings = [...compiled.warnings, ...others.warnings(compiled.origin)];
    return { ...compiled, warnings, seeds: orderSeeds(compiled.seeds, compiled.catalogue, driver) };
  }

  inspect(tenant: TenantContext, options: OperationOptions = {}): Promise<Inspection> {
    enter('inspect', options);
    return this.reading(tenant, 'inspect', options, (connection) =>
      this.strategies.inspect(connection, this.driver, this.seen(options)),
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
      const { inspection } = await this.inspected(connection, compiled, options);
      return this.validated(connection, tenant, inspection, compiled, options);
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
      const { inspection } = await this.inspected(connection, compiled, options);
      const found = await this.validated(connection, tenant, inspection, compiled, options);
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

  async down(tenant: TenantContext, plan: Plan | string, options: ApplyRequest = {}): Promise<RunReport> {
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
      inspection: await this.strategies.inspect(connection, this.driver, this.seen(options)),
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

  planOf(tenant: TenantContext, run: string, options: ApplyRequest = {}): Promise<Plan> {
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
    const { inspection, schemas } = await this.inspected(connection, goal, options);
    const difference = await this.difference(connection, tenant, inspection, goal, options);
    const others = new OtherServers(driver, async () => connection.server);
    const scratch = async () => others.fitting(await this.scratch(tenant, options));
    const context = { ...strategies, driver, connection, scratch, options, ...(schemas && { schemas }) };
    return proposePlan({ goal, inspection, difference }, context).catch((error: unknown) =>
      Promise.reject(others.explain(error)),
    );
  }

  private wayBack(connection: Connection, tenant: TenantContext, what: Plan | string, options: ApplyRequest) {
    const scratch = () => this.scratch(tenant, options);
    const { driver, strategies } = this;
    return findWayBack(what, { ...strategies, driver, connection, scratch, options, tenant: tenant.id });
  }

  private async inspected(connection: Connection, goal: Compiled, options: DiffRequest): Promise<Inspected> {
    enter('inspect', options);
    const { driver, strategies } = this;
    const seen = this.seen(options, goal);
    const { schemas } = seen;
    const inspection = await strategies.inspect(connection, driver, seen);
    const old =
      options.schemas === undefined ? placesToRename(hintsFor(goal, options), goal.catalogue, inspection, driver) : [];
    if (!schemas || old.length === 0) return { inspection, schemas };
    const wider = [...schemas, ...old].sort(byCodeUnit);
    return { inspection: await strategies.inspect(connection, driver, { ...seen, schemas: wider }), schemas: wider };
  }

  /** How a database is read: with a goal, what that names is what is looked for. */
  private seen(options: DiffRequest, goal?: Compiled): InspectOptions {
    const schemas = managedSchemas(options.schemas, this.driver, goal?.catalogue);
    return { ...options, schemas, ...(goal && { claimed: claims(goal, options, this.driver) }) };
  }

  private async difference(
    connection: Connection,
    tenant: TenantContext,
    inspection: Inspection,
    goal: Compiled,
    options: DiffRequest,
  ): Promise<Difference> {
    const { driver, strategies } = this;
    const scratch = () => this.scratch(tenant, options);
    const context = { driver, connection, strategies, seen: this.seen(options, goal), scratch };
    const difference = await findDifference(tenant, inspection, goal, options, context);
    requireWithin(difference.changes, connection, driver);
    return difference;
  }

  /** What a database that was read comes to. */
  private async validated(
    connection: Connection,
    tenant: TenantContext,
    inspection: Inspection,
    goal: Compiled,
    options: DiffRequest & Pick<PlanRequest, 'online'>,
  ): Promise<Validation> {
    const difference = await this.difference(connection, tenant, inspection, goal, options);
    const wanted = options.seeds ? managedSeeds(goal.seeds, difference.goal, this.driver) : [];
    const seeds = await pendingSeeds(wanted, connection, this.driver, difference);
    const inSync = difference.changes.length === 0 && seeds.length === 0;
    const { online } = options;
    const told = online && (await onlineTables(online, difference, this.driver, connection)).told;
    const large = told?.large && { large: told.large.map(({ address }) => address) };
    const found = { tenant: tenant.id, inSync, difference, seeds, inspection, goal };
    const next = options.phase ? undefined : this.next(connection, inspection, goal, difference, options);
    return { ...found, ...(next && { next }), ...large, ...missingFrom(connection) };
  }

  /** Which phase comes next, where something breaks clients that do not know of it. */
  private next(
    { server }: Connection,
    { kept }: Inspection,
    goal: Compiled,
    difference: Difference,
    request: DiffRequest,
  ): PlanPhase | undefined {
    const { driver, strategies } = this;
    return nextPhase(difference, { ...strategies, driver, server, goal, request, options: { driver, server, kept } });
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
      const found = await this.validated(connection, tenant, inspection, goal, request).catch(() => undefined);
      if (found) settled.told(found, seen);
    }
    return report;
  }

  private runContext(connection: Connection, tenant: TenantContext): ExecutorContext {
    const { driver } = this;
    const { clock, inspect, runId } = this.strategies;
    const { audit } = this.options;
    return { connection, driver, inspect, tenant: tenant.id, clock, runId, ...(audit && { audit }) };
  }

  private noting(options: OperationOptions) {
    return { ...this.strategies, schemas: this.seen(options).schemas };
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
