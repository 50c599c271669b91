import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import type { Driver } from '../contract/driver.js';
import { createEngine } from '../engine.js';
import type { Engine } from '../engine-types.js';
import { isSyncError, SyncError } from '../errors.js';
import { driverForProtocol } from '../load/find-driver.js';
import { type LoadOptions, loadDriver } from '../load/load-driver.js';
import { sourceReaders } from '../load/source-readers.js';
import type { Compiled } from '../source/compiled.js';
import { openSource } from '../source/open.js';
import type { Invocation } from './command.js';
import { driverOptions } from './driver-options.js';
import type { OpenedSource, Workbench } from './workbench.js';

/** The engine that something is written for: by its name, or by the URL of a server of it, beside which it is tried. */
export async function engineFor(wanted: string, invocation: Invocation): Promise<Engine> {
  const { world } = invocation;
  const options = await loadOptions(invocation);
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(wanted) ?? [];
  if (scheme === undefined) return createEngine({ driver: await loadDriver(wanted, options), clock: world.now });
  const scratch = { url: wanted, directory: world.directory };
  const driver = await driverForProtocol(scheme.toLowerCase(), options);
  return createEngine({ driver, scratch, clock: world.now });
}

/** What is written for another engine as a server of it has it. A server for scratch that is named elsewhere is of the engine that is read, so what is missing is named where the other engine is. */
export async function tried(compiling: Promise<Compiled>, { name, protocols }: Driver): Promise<Compiled> {
  return await compiling.catch((error: unknown) => {
    if (!isSyncError(error) || error.code !== 'SCRATCH_UNAVAILABLE') throw error;
    throw new SyncError({
      code: error.code,
      op: 'generate',
      message: `what is written for ${name} is tried there first, and no server of it is known`,
      hint: `Name one by its URL, where a scratch database can be made: --for ${protocols[0]}://…`,
      cause: error,
    });
  });
}

/** The driver of a source that is of another engine than what is worked on; undefined where it is of the same one, or says nothing. */
export async function otherDriver(
  source: OpenedSource,
  bench: Workbench,
  invocation: Invocation,
): Promise<Driver | undefined> {
  const { text, directory, input } = source;
  const { driver, snapshots } = bench;
  const url = input?.url ?? text;
  const isSnapshot = /^snapshot:|\.json$/i.test(url);
  if (!isSnapshot && input === undefined && existsSync(resolve(directory, text))) return undefined;
  const scheme = /^(?!git:|file:)([a-z][a-z0-9+.-]+):/i.exec(url)?.[1]?.toLowerCase();
  if (!isSnapshot && (scheme === undefined || driver.protocols.includes(scheme))) return undefined;
  const options = await loadOptions(invocation);
  // What a program declares says itself when it is of another engine than what it is read for.
  if (sourceReaders(options).some((reader) => reader.scheme === scheme)) return undefined;
  if (!isSnapshot && scheme !== undefined) return unlike(driver, await driverForProtocol(scheme, options));
  // A snapshot says of which engine it is; a folder, a file of SQL or a revision is of whatever engine is worked on.
  const said = await openSource(url, { directory, protocols: driver.protocols, snapshots }).engine();
  return said === undefined || said === driver.name ? undefined : unlike(driver, await loadDriver(said, options));
}

function unlike(driver: Driver, other: Driver): Driver | undefined {
  return other.name === driver.name ? undefined : other;
}

/** Compiles a source of another engine, in the words of that. */
export function compileElsewhere(
  source: OpenedSource,
  driver: Driver,
  bench: Workbench,
  { signal }: Invocation,
): Promise<Compiled> {
  const { text, directory, input } = source;
  const engine = createEngine({ driver, snapshots: bench.snapshots });
  return engine.compile(input?.url ?? text, { directory, signal, ...(input && { connection: () => input }) });
}

async function loadOptions({ world, flags }: Invocation): Promise<LoadOptions> {
  const { config } = flags as { readonly config?: string | undefined };
  return driverOptions(await loadConfig(world.directory, config), world);
}
