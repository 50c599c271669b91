import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Placed } from '../config/place.js';
import { isSecretReference } from '../config/secrets.js';
import type { Located } from '../config/settings.js';
import type { ConnectionInput } from '../contract/connection-input.js';
import type { Driver } from '../contract/driver.js';
import type { SourceReader } from '../contract/source-reader.js';
import { errorAt, errorWithHint, isSyncError } from '../errors.js';
import { driverForProtocol, driverNames, onlyDriver } from '../load/find-driver.js';
import { type LoadOptions, loadDriver } from '../load/load-driver.js';
import type { SnapshotStore } from '../snapshot/store.js';
import { openSource } from '../source/open.js';

/** What may tell which engine is meant. */
export interface EngineClues {
  /** `--engine`. */
  readonly engine?: string;
  /** The target's URL. */
  readonly url?: Located;
  readonly sources: readonly Located[];
  /** What reads the declarations of programs. */
  readonly readers?: readonly SourceReader[];
  /** The config's or the profile's. */
  readonly configured?: Placed;
  /** The URL of the config's or the profile's database as it was written, where this call does not need the database itself. */
  readonly beside?: Placed;
  /** That URL, where it takes a secret to know it. */
  readonly spare?: () => Promise<ConnectionInput>;
  /** Where scratch databases are made. */
  readonly scratch?: Located;
  /** Where stored snapshots are looked up, if that takes no driver. */
  readonly snapshots?: SnapshotStore;
  readonly signal?: AbortSignal;
}

/** The driver for a call: what was said outright, else what a URL or a snapshot tells, else the config's, by name or by its database, else the only one that is installed. */
export async function chooseDriver(clues: EngineClues, options: LoadOptions): Promise<Driver> {
  if (clues.engine !== undefined) return loadDriver(clues.engine, options);
  const programs = new Set(clues.readers?.map(({ scheme }) => scheme));
  const sources = clues.sources.filter(
    ({ text, directory }) => !programs.has(protocolOf(text) ?? '') && !existsSync(resolve(directory, text)),
  );
  for (const { text, at } of [...(clues.url ? [clues.url] : []), ...sources]) {
    const protocol = protocolOf(text);
    if (protocol !== undefined) return told(at, () => driverForProtocol(protocol, options));
  }
  const { configured } = clues;
  if (configured) return told(configured.at, () => loadDriver(configured.value, options));
  const failures: unknown[] = [];
  for (const source of clues.sources) {
    const engine = await engineOf(source, clues).catch((error: unknown) => void failures.push(error));
    if (engine !== undefined) return told(source.at, () => loadDriver(engine, options));
  }
  const { url, beside, spare, scratch } = clues;
  const protocol = beside && !isSecretReference(beside.value) ? protocolOf(beside.value) : undefined;
  if (beside && protocol !== undefined) return told(beside.at, () => driverForProtocol(protocol, options));
  const near = scratch && protocolOf(scratch.text);
  if (near !== undefined) return told(scratch?.at, () => driverForProtocol(near, options));
  const hidden = await engineHidden(spare, options).catch((error: unknown) => void failures.push(error));
  if (hidden !== undefined) return told(beside?.at, () => driverForProtocol(hidden, options));
  try {
    return await (url ? told(url.at ?? `the URL ${url.text}`, () => onlyDriver(options)) : onlyDriver(options));
  } catch (error) {
    // What cannot be read could have told.
    const [first] = failures;
    if (first === undefined || !isSyncError(error) || error.code !== 'USAGE') throw error;
    throw isSyncError(first) ? errorWithHint(first, [first.hint, error.hint].filter(Boolean).join(' ')) : first;
  }
}

/** What a secret of the config tells, where it takes that to know. */
async function engineHidden(spare: EngineClues['spare'], options: LoadOptions): Promise<string | undefined> {
  if (!spare || driverNames(options).length < 2) return undefined;
  return protocolOf((await spare()).url);
}

/** What fails because of a value in the config is told with its place. */
async function told<T>(at: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw at !== undefined && isSyncError(error) ? errorAt(error, at) : error;
  }
}

const ownSchemes = new Set(['file', 'git', 'snapshot']);

/** The scheme of a URL that a driver must answer to; undefined for paths and for sources of our own. */
function protocolOf(text: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  return scheme === undefined || ownSchemes.has(scheme) ? undefined : scheme;
}

/** What a snapshot or a program says of itself. */
async function engineOf(
  { text, directory }: Located,
  { readers, signal, snapshots }: EngineClues,
): Promise<string | undefined> {
  if (text === '-') return undefined;
  const options = {
    directory,
    protocols: [],
    ...(readers && { readers }),
    ...(snapshots && { snapshots }),
    ...(signal && { signal }),
  };
  return openSource(text, options).engine();
}
