import type { Connection, Server } from '../contract/connection.js';
import { serverWarnings } from '../engine-servers.js';
import { isSyncError } from '../errors.js';
import { type Inspection, inspect } from '../inspect/inspect.js';
import { managedSchemas } from '../inspect/schemas.js';
import { serverName } from '../model/server-name.js';
import { creationStatements } from '../plan/creation-statements.js';
import { buildParts } from '../source/build/build.js';
import type { Compiled } from '../source/compiled.js';
import type { OpenedSource, Workbench } from './workbench.js';

/** One side of a comparison. */
export interface Side {
  readonly state: Compiled;
  readonly source: OpenedSource;
}

/**
 * Two states as one server words them. Servers of other versions print the same definition in ways of their own, so that one of the two is built in scratch beside the
 * other and read there; where that cannot be, a warning says what may look changed.
 */
export async function inSameWords(
  [from, to]: readonly [Side, Side],
  bench: Workbench,
  signal: AbortSignal,
): Promise<readonly [Compiled, Compiled]> {
  const warnings = serverWarnings(from.state, to.state, bench.driver);
  if (warnings.length === 0) return [from.state, to.state];
  const base = await builtBeside(from.state, to, bench, signal);
  if (base) return [base, to.state];
  const goal = await builtBeside(to.state, from, bench, signal);
  if (goal) return [from.state, goal];
  return [from.state, { ...to.state, warnings: [...to.state.warnings, ...warnings] }];
}

/** A state as another one's server words it; undefined where that cannot hold it, or none of its scratch databases is to be had. */
async function builtBeside(
  state: Compiled,
  { state: { server: wanted }, source }: Side,
  bench: Workbench,
  signal: AbortSignal,
): Promise<Compiled | undefined> {
  const { driver } = bench;
  const likeness = (server: Server, other: Server) => driver.likeness?.(server, other) ?? 'alike';
  if (!driver.scratch || !state.server || !wanted || likeness(state.server, wanted) === 'lacking') return undefined;
  try {
    await using scratch = await bench.scratch(source);
    if (likeness(wanted, scratch.server) !== 'alike') return undefined;
    const { catalogue, server } = await builtIn(scratch, state, bench, signal);
    const message = `it is of ${serverName(state.server)}, and was built in scratch on ${serverName(server)}, so that both are worded by one server`;
    return { ...state, catalogue, server, warnings: [...state.warnings, { at: state.origin, message }] };
  } catch (error) {
    if (!isSyncError(error) || signal.aborted) throw error;
    return undefined;
  }
}

/** A state as a scratch database words it in which it was built; as it is where there are none. What cannot be built throws. */
export async function builtInScratch(
  state: Compiled,
  source: OpenedSource | undefined,
  bench: Workbench,
  signal: AbortSignal,
): Promise<Compiled> {
  if (!bench.driver.scratch) return state;
  await using scratch = await bench.scratch(source);
  const { catalogue, server } = await builtIn(scratch, state, bench, signal);
  return { ...state, catalogue, server };
}

/** Builds a state in an empty scratch database, and reads it there. */
async function builtIn(
  scratch: Connection,
  { catalogue }: Compiled,
  { driver, reading }: Workbench,
  signal: AbortSignal,
): Promise<Inspection> {
  const parts = creationStatements(catalogue, driver, scratch.server).map(({ object, statement, settings }) => ({
    at: object.address,
    statement,
    ...(settings && { settings }),
    removes: false,
    mentions: () => new Set<string>(),
  }));
  await buildParts(scratch, parts, async () => new Set(), { signal });
  const { schemas, ...rest } = reading;
  const options = { ...rest, schemas: managedSchemas(schemas, driver), desired: true };
  return inspect(scratch, driver, options);
}
