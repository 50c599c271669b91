import {
  type Address,
  type Catalogue,
  type Compiled,
  createEngine,
  type Difference,
  type Engine,
  type Hash,
  hazardsOf,
  type Inspection,
  type InspectOptions,
  inspect,
  type Plan,
  type PlanRequest,
  type Rename,
  type SyncError,
  splitSql,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import { expect } from 'vitest';
import { inputOf } from '../contract/options.js';
import { failureOf } from '../failure.js';
import { renameHint } from '../renames.js';
import { expectFile } from './expectation.js';
import type { GoldenOptions } from './golden-options.js';
import { compareHoldings, type Holdings, readHoldings, withoutGiven } from './holdings.js';
import type { GoldenCase } from './read-case.js';
import { renderPlan } from './render-plan.js';
import { watch } from './watch.js';

/** Runs one case on a database of its own. */
export async function proveCase(golden: GoldenCase, options: GoldenOptions): Promise<void> {
  const target = await options.open();
  try {
    const bench = new Bench(golden, options, tenantContext({ id: 'golden', target: inputOf(target) }));
    await bench.prepare();
    if (golden.settings.expectError) await proveFailure(bench, golden);
    else await provePlan(bench, golden);
  } finally {
    await target[Symbol.asyncDispose]?.();
  }
}

async function provePlan(bench: Bench, golden: GoldenCase): Promise<void> {
  const { plan, difference, goal, unmanaged, first } = await bench.plan();
  expectFile(golden.folder, 'plan.sql', renderPlan(plan, unmanaged), bench.flavours);
  expectFile(golden.folder, 'error.txt', undefined, bench.flavours);
  await bench.expectGate(plan, golden.settings.allow ?? []);
  if (plan.up.length === 0) {
    expect(first.root).toBe(goal.catalogue.root);
    return;
  }
  await bench.up(plan);
  // What stands on something excluded reads as it does over what the target has of that.
  const wanted = golden.settings.exclude ? difference.goal : goal.catalogue;
  const again = await bench.planFor(goal);
  expect(again.base.root, 'applied, the database is in the desired state').toBe(wanted.root);
  expect(stepsOf(again), 'planning again finds nothing').toEqual([]);
  const second = { root: again.base.root, holdings: await bench.holdings(wanted) };
  const renames = renamesIn(difference);
  expectFate(first.holdings, second.holdings, renames, golden);

  const { downError } = golden.settings;
  if (downError) {
    expect((await failureOf(() => bench.down(plan))).code).toBe(downError.code);
    expect((await bench.seen(goal)).root, 'a way down that fails changes nothing').toBe(second.root);
    return;
  }
  const third = await bench.down(plan);
  expect(third.root, 'down, the database is in its first state').toBe(first.root);
  expectReturned(first.holdings, third.holdings, renames, golden);
  if (bench.isBrief) return;
  expect(await bench.stepsToBefore(), 'planning for before.sql finds nothing').toEqual([]);
  expect(await bench.up(plan), 'up again').toBe(wanted.root);
}

/** With what moves along with its schema. */
function renamesIn({ renames, moved, base }: Difference): readonly Rename[] {
  const named = new Set(renames.flatMap((rename) => (rename.of === 'object' ? [rename.from] : [])));
  const along = [...moved].filter(([from]) => !named.has(from));
  return [
    ...renames,
    ...along.map(([from, to]): Rename => ({ of: 'object', from, to, name: base.get(from)?.name ?? '' })),
  ];
}

async function proveFailure(bench: Bench, golden: GoldenCase): Promise<void> {
  const before = await bench.observe();
  let plan: string | undefined;
  const error = await failureOf(async () => {
    const planned = await bench.plan();
    plan = renderPlan(planned.plan, planned.unmanaged);
    await bench.up(planned.plan);
  });
  expect(error.code, error.message).toBe(golden.settings.expectError?.code);
  expectFile(golden.folder, 'plan.sql', plan, bench.flavours);
  expectFile(golden.folder, 'error.txt', errorText(error), bench.flavours);
  const after = await bench.observe();
  expect(after.root, 'a failure changes nothing').toBe(before.root);
  expect(compareHoldings(before.holdings, after.holdings, [])).toEqual({ lost: [], changed: [], miscounted: [] });
}

function errorText({ code, message, hint }: SyncError): string {
  return `${code}\n${message}\n${hint === undefined ? '' : `hint: ${hint}\n`}`;
}

function stepsOf(plan: Plan): readonly string[] {
  return plan.up.flatMap((batch) => batch.steps.map((step) => step.summary));
}

function expectFate(before: Holdings, after: Holdings, renames: readonly Rename[], { settings }: GoldenCase): void {
  const fate = compareHoldings(before, after, renames);
  expect(fate.miscounted, 'every table keeps its number of rows').toEqual([]);
  expect(fate.lost, 'what goes is what `loses` names').toEqual([...(settings.loses ?? [])].sort());
  expect(fate.changed, 'what changes is what `converts` names').toEqual([...(settings.converts ?? [])].sort());
}

/** What neither went nor was converted is there again under its first name. */
function expectReturned(before: Holdings, after: Holdings, renames: readonly Rename[], { settings }: GoldenCase): void {
  const given = new Set([...(settings.loses ?? []), ...(settings.converts ?? [])]);
  const fate = compareHoldings(withoutGiven(before, given, renames), after, []);
  expect(fate, 'the way down brings back whatever was not given up').toEqual({ lost: [], changed: [], miscounted: [] });
}

interface Observation {
  readonly root: Hash;
  readonly holdings: Holdings;
}

/** The database of one case and what is done to it. */
class Bench {
  private readonly engine: Engine;
  private readonly request: PlanRequest;
  readonly flavours: readonly string[];
  readonly isBrief: boolean;

  constructor(
    private readonly golden: GoldenCase,
    private readonly options: GoldenOptions,
    private readonly tenant: TenantContext,
  ) {
    const { settings, folder } = golden;
    this.engine = createEngine({ driver: options.driver });
    this.flavours = options.flavours ?? [];
    this.isBrief = options.isBrief ?? false;
    this.request = {
      directory: folder,
      renames: (settings.renames ?? []).map(renameHint),
      with: settings.with ?? [],
      exclude: settings.exclude ?? [],
      ...(settings.online !== undefined && { online: settings.online }),
      ...(settings.seeds !== undefined && { seeds: settings.seeds }),
    };
  }

  async prepare(): Promise<void> {
    await using connection = await this.connect();
    const { lexis } = this.options.driver.dialect;
    for (const [name, text] of [
      ['before.sql', this.golden.before],
      ['rows.sql', this.golden.rows ?? ''],
    ] as const) {
      for (const statement of splitSql(text, name, lexis)) await connection.execute({ text: statement.text });
    }
  }

  async observe(): Promise<Observation> {
    const { driver } = this.options;
    await using connection = await this.connect();
    const { catalogue } = await inspect(connection, driver, await this.reading());
    return { root: catalogue.root, holdings: await readHoldings(connection, catalogue, driver, this.options) };
  }

  /** What is planned, from what is there first. */
  async plan() {
    const goal = await this.goal();
    const { result, readings, comparisons } = await watch(this.options.driver, (engine) =>
      engine.plan(this.tenant, goal, this.request),
    );
    const [compared] = comparisons;
    const inspection = readings.find(({ catalogue }) => catalogue === compared?.base);
    if (!compared || !inspection) throw new TypeError('a plan starts from what was read of the database');
    const { difference } = compared;
    return { plan: result, difference, goal, unmanaged: inspection.unmanaged, first: await this.held(inspection) };
  }

  /** What is managed of the database as it is, as a plan for the goal sees it. */
  async seen(goal: Compiled): Promise<Observation> {
    return this.held((await this.engine.validate(this.tenant, goal, this.request)).inspection);
  }

  private async held({ catalogue }: Inspection): Promise<Observation> {
    return { root: catalogue.root, holdings: await this.holdings(catalogue) };
  }

  /** What the tables of a state hold, which is the one that the database is in. */
  async holdings(catalogue: Catalogue): Promise<Holdings> {
    await using connection = await this.connect();
    return await readHoldings(connection, catalogue, this.options.driver, this.options);
  }

  planFor(goal: Compiled): Promise<Plan> {
    return this.engine.plan(this.tenant, goal, this.request);
  }

  /** Without what the case allows, the plan must be stopped, and for exactly those classes. */
  async expectGate(plan: Plan, allow: readonly string[]): Promise<void> {
    const gated = new Set(hazardsOf(plan.up).flatMap((hazard) => (hazard.gated ? [hazard.class] : [])));
    expect([...gated].sort(), 'the classes in `allow` are those that stop the plan').toEqual([...allow].sort());
    if (gated.size === 0) return;
    expect((await failureOf(() => this.engine.apply(this.tenant, plan))).code).toBe('GATE_CLOSED');
  }

  /** The state that the run found at its end. */
  async up(plan: Plan): Promise<Hash> {
    const { allow = [] } = this.golden.settings;
    return (await this.engine.apply(this.tenant, plan, { ...this.request, allow })).root;
  }

  /** The state that the run found at its end, and what its tables hold. */
  async down(plan: Plan): Promise<Observation> {
    // The way back that is part of the plan: asked for online or not, another one would be planned in its place.
    const { online: _, ...request } = this.request;
    const { readings } = await watch(this.options.driver, (engine) =>
      engine.down(this.tenant, plan, { ...request, allow: 'all' }),
    );
    const last = readings.at(-1);
    if (!last) throw new TypeError('a run reads the database at its end');
    return this.held(last);
  }

  async stepsToBefore(): Promise<readonly string[]> {
    const { renames, seeds, ...request } = this.request;
    const { difference } = await this.engine.validate(this.tenant, 'before.sql', request);
    return difference.changes.map((change) => change.id);
  }

  private compiled: Promise<Compiled> | undefined;

  private goal(): Promise<Compiled> {
    this.compiled ??= this.engine.compile(this.golden.desired, { ...this.request, near: this.tenant });
    return this.compiled;
  }

  /** Read as the plan reads, so that the hashes can be compared. */
  private async reading(): Promise<InspectOptions> {
    const { with: parts, exclude } = this.golden.settings;
    const claimed = await this.goal().then(
      ({ catalogue }) => new Set(Array.from(catalogue, (object) => object.address)),
      () => new Set<Address>(),
    );
    return { with: parts ?? [], exclude: exclude ?? [], claimed };
  }

  private connect() {
    const { driver } = this.options;
    return driver.connect(driver.options(this.tenant.target), { access: 'write' });
  }
}
