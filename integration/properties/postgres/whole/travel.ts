import { type Compiled, hazardsOf, isSyncError, type OperationOptions, type Plan } from '@sync/core';
import { expect } from 'vitest';
import type { Bench } from '../bench.js';
import type { Journey } from './chance.js';
import { hintsBetween, printWhole, printWholeRows } from './whole.js';

/** A schema that the server does not make: no case, and nobody's fault. */
export class Unmakeable extends Error {}

const codeOf = (thrown: unknown) => (isSyncError(thrown) ? thrown.code : undefined);

/** Class 22 and 23: a value that does not fit, and rows that do not comply. https://www.postgresql.org/docs/18/errcodes-appendix.html */
const isOfRows = (thrown: unknown) =>
  codeOf(thrown) === 'CHECK_FAILED' || (isSyncError(thrown) && /^2[23]/.test(String(thrown.details?.native ?? '')));

/**
 * Up, from wherever it is stopped, then down: each time the database is where it should be, and where nothing said that values go, they are all there.
 * Says how it ended where that is no failure.
 */
export async function travel(bench: Bench, journey: Journey): Promise<string> {
  const { before, after } = journey;
  const options = { schemas: 'all', with: journey.with } as const satisfies OperationOptions;
  for (const text of [...printWhole(before, bench.version), ...printWholeRows(before, bench.version)])
    await bench.connection.execute({ text }).catch(unmakeable);
  const goal = await compileWhole(bench, printWhole(after, bench.version), options);
  const [root, rows] = [await rootOf(bench, options), await bench.rows()];
  const renames = hintsBetween(before, after, bench.version);
  const request = { ...options, renames, online: journey.online ? 'always' : 'never' } as const;
  const plan = await planned(bench, goal, { ...request, prove: true });
  if (!plan) return 'impossible';
  if (plan.up.length === 0) {
    await expectThere(bench, goal, options);
    return 'nothing to do';
  }
  expect(plan.proof, 'the plan is proven').toMatchObject({ up: true, down: true });
  const stopped = await runs(bench, plan, 'up', options, journey.stop);
  if (stopped === 'refused') return stopped;
  if (stopped === 'stopped') return arrive(bench, goal, request);
  await expectThere(bench, goal, options);
  expect((await bench.engine.plan(bench.tenant, goal, { ...request, prove: false })).up, 'planned again').toEqual([]);
  if ((await runs(bench, plan, 'down', options)) === 'refused') return 'refused on the way down';
  expect(await rootOf(bench, options), 'down, the database is in its first state').toBe(root);
  if (keepsValues(plan)) expect(await bench.rows(), 'every value is there').toEqual(rows);
  return 'there and back';
}

function unmakeable(thrown: unknown): never {
  throw new Unmakeable(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}

/** The desired state that has these statements. */
export function compileWhole(
  bench: Bench,
  statements: readonly string[],
  options: OperationOptions,
): Promise<Compiled> {
  return bench.compile(statements, options).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'SOURCE_INVALID') return unmakeable(thrown);
    throw thrown;
  });
}

type Request = Parameters<Bench['engine']['plan']>[2];

/** Undefined where it says that it cannot be done in one go, before anything happens. */
function planned(bench: Bench, goal: Compiled, request: Request): Promise<Plan | undefined> {
  return bench.engine.plan(bench.tenant, goal, request).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'PLAN_IMPOSSIBLE') return undefined;
    throw thrown;
  });
}

async function rootOf(bench: Bench, options: OperationOptions): Promise<string> {
  return (await bench.engine.inspect(bench.tenant, options)).catalogue.root;
}

async function expectThere(bench: Bench, goal: Compiled, options: OperationOptions): Promise<void> {
  const { difference } = await bench.engine.validate(bench.tenant, goal, options);
  expect(difference.changes, 'the database is in the desired state').toEqual([]);
}

/** From where a run was stopped to where it was to go. */
async function arrive(bench: Bench, goal: Compiled, request: Request & OperationOptions): Promise<string> {
  const rest = await planned(bench, goal, { ...request, prove: true });
  if (!rest) return 'stopped, and the rest is impossible';
  if (rest.up.length > 0 && (await runs(bench, rest, 'up', request)) === 'refused') return 'stopped, then refused';
  await expectThere(bench, goal, request);
  return 'stopped, and there';
}

async function runs(
  bench: Bench,
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
    await (way === 'up' ? bench.engine.apply : bench.engine.down).call(bench.engine, bench.tenant, plan, request);
    return 'done';
  } catch (thrown) {
    if (isOfRows(thrown)) return 'refused';
    if (stopping.signal.aborted && codeOf(thrown) === 'CANCELLED') return 'stopped';
    throw thrown;
  }
}

/** What is computed or counted anew has other values. */
function keepsValues(plan: Plan): boolean {
  const loses = [...hazardsOf(plan.up), ...hazardsOf(plan.down)].some((hazard) => hazard.class === 'data-loss');
  const texts = plan.up.flatMap(({ steps }) => steps.flatMap(({ sql }) => sql.map(({ text }) => text)));
  return !loses && !texts.some((text) => / ADD COLUMN |setval|IDENTITY/.test(text));
}
