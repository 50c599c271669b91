import {
  type Compiled,
  type Connection,
  type Engine,
  isSyncError,
  type OperationOptions,
  type Plan,
  type PlanRequest,
  type TenantContext,
} from '@sync/core';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Journey } from './journey.js';
import type { Whole, World } from './world.js';

/** A database on a server for one journey. `Rows` is what it says of its rows. */
export interface Ground<Rows = unknown> {
  readonly engine: Engine;
  readonly tenant: TenantContext;
  readonly connection: Connection;
  readonly version: number;
  readonly world: World;
  /** What every operation here is asked with. */
  readonly options: OperationOptions;
  compile(statements: readonly string[], options?: OperationOptions): Promise<Compiled>;
  rows(): Promise<Rows>;
  /** Whether rows stood in the way. */
  isOfRows(thrown: unknown): boolean;
  /** Compares the rows of before with those of now, as far as the plan lets them be, on the way up or once it is back. */
  expectRows(before: Rows, now: Rows, plan: Plan, way: 'up' | 'down'): void;
}

type Request = PlanRequest & OperationOptions;

/** A schema that the server does not make: no case, and nobody's fault. */
class Unmakeable extends Error {}

/** What the server refuses to make is no case: another one takes its place. */
export function unlessUnmakeable(thrown: unknown): never {
  fc.pre(!(thrown instanceof Unmakeable));
  throw thrown;
}

const codeOf = (thrown: unknown) => (isSyncError(thrown) ? thrown.code : undefined);

/**
 * Up, from wherever it is stopped, then down: each time the database is where it should be, and where nothing said that values go, they are all there.
 * Says how it ended where that is no failure.
 */
export async function travel<Rows>(ground: Ground<Rows>, journey: Journey): Promise<string> {
  const { before, after } = journey;
  const options = { ...ground.options, with: journey.with };
  await makeWith(ground, before);
  const goal = await compileWhole(ground, after, options);
  const [root, rows] = [await rootOf(ground, options), await ground.rows()];
  const renames = ground.world.hintsBetween(before, after, ground.version);
  const request: Request = { ...options, renames, online: journey.online ? 'always' : 'never' };
  const plan = await planned(ground, goal, { ...request, prove: true });
  if (!plan) return 'impossible';
  if (plan.up.length === 0) {
    await expectThere(ground, goal, options);
    return 'nothing to do';
  }
  expect(plan.proof, 'the plan is proven').toMatchObject({ up: true, down: true });
  const ended = await runs(ground, plan, 'up', options, journey.stop);
  if (ended === 'refused') return ended;
  if (ended === 'stopped') return arrive(ground, goal, request);
  await expectThere(ground, goal, options);
  expect((await ground.engine.plan(ground.tenant, goal, { ...request, prove: false })).up, 'planned again').toEqual([]);
  ground.expectRows(rows, await ground.rows(), plan, 'up');
  if ((await runs(ground, plan, 'down', options)) === 'refused') return 'refused on the way down';
  expect(await rootOf(ground, options), 'down, the database is in its first state').toBe(root);
  ground.expectRows(rows, await ground.rows(), plan, 'down');
  return 'there and back';
}

/** Makes a schema with its rows, by the server alone. */
async function makeWith(ground: Ground, whole: Whole): Promise<void> {
  const { world, version, connection } = ground;
  for (const text of [...world.print(whole, version), ...world.printRows(whole, version)])
    await connection.execute({ text }).catch(unmakeable);
}

function unmakeable(thrown: unknown): never {
  throw new Unmakeable(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

/** The desired state that such a schema is. */
function compileWhole(ground: Ground, whole: Whole, options: OperationOptions): Promise<Compiled> {
  return ground.compile(ground.world.print(whole, ground.version), options).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'SOURCE_INVALID') return unmakeable(thrown);
    throw thrown;
  });
}

/** What is printed of any schema makes its equal. */
export async function expectPrinted(ground: Ground, whole: Whole, options: OperationOptions): Promise<void> {
  const compiled = await compileWhole(ground, whole, options);
  const printed = ground.engine.creation(compiled).flatMap(({ statements }) => statements);
  expect((await ground.compile(printed, options)).catalogue.root).toBe(compiled.catalogue.root);
}

/** Undefined where it says that it cannot be done in one go, before anything happens. */
function planned(ground: Ground, goal: Compiled, request: Request): Promise<Plan | undefined> {
  return ground.engine.plan(ground.tenant, goal, request).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'PLAN_IMPOSSIBLE') return undefined;
    throw thrown;
  });
}

async function rootOf(ground: Ground, options: OperationOptions): Promise<string> {
  return (await ground.engine.inspect(ground.tenant, options)).catalogue.root;
}

async function expectThere(ground: Ground, goal: Compiled, options: OperationOptions): Promise<void> {
  const { difference } = await ground.engine.validate(ground.tenant, goal, options);
  expect(difference.changes, 'the database is in the desired state').toEqual([]);
}

/** From where a run was stopped to where it was to go. */
async function arrive(ground: Ground, goal: Compiled, request: Request): Promise<string> {
  const rest = await planned(ground, goal, { ...request, prove: true });
  if (!rest) return 'stopped, and the rest is impossible';
  if (rest.up.length > 0 && (await runs(ground, rest, 'up', request)) === 'refused') return 'stopped, then refused';
  await expectThere(ground, goal, request);
  return 'stopped, and there';
}

async function runs(
  ground: Ground,
  plan: Plan,
  way: 'up' | 'down',
  options: OperationOptions,
  stop: number | null = null,
): Promise<'done' | 'refused' | 'stopped'> {
  const stopping = new AbortController();
  const onEvent = (event: { readonly type: string; readonly number?: number }) => {
    if (event.type === 'step' && stop !== null && (event.number ?? 0) > stop) stopping.abort();
  };
  try {
    const request = { ...options, allow: 'all', onEvent, signal: stopping.signal } as const;
    await (way === 'up' ? ground.engine.apply : ground.engine.down).call(ground.engine, ground.tenant, plan, request);
    return 'done';
  } catch (thrown) {
    if (ground.isOfRows(thrown)) return 'refused';
    if (stopping.signal.aborted && codeOf(thrown) === 'CANCELLED') return 'stopped';
    throw thrown;
  }
}
