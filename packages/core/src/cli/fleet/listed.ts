import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { parse } from 'yaml';
import type { TenantEntry, TenantQuery } from '../../config/config.js';
import { tenantEntryShape } from '../../config/config-shape.js';
import { uninterpolated } from '../../config/interpolate.js';
import type { LoadedConfig } from '../../config/load-config.js';
import { firstOf, joinPath, type Layer } from '../../config/place.js';
import { isSecretReference } from '../../config/secrets.js';
import { checkTarget, resolveTarget, type TargetContext, targetOf } from '../../config/target.js';
import type { ConnectionInput } from '../../contract/connection-input.js';
import type { Driver } from '../../contract/driver.js';
import { isSyncError, SyncError } from '../../errors.js';
import type { Listed } from '../../fleet/members.js';
import { driverForProtocol } from '../../load/find-driver.js';
import { type LoadOptions, loadDriver } from '../../load/load-driver.js';
import type { FoundFleet } from './find-fleet.js';

/** What listing the tenants of a fleet takes. */
export interface ListingContext {
  readonly loaded: LoadedConfig;
  readonly target: TargetContext;
  readonly drivers: LoadOptions;
  /** The driver of the tenants. */
  readonly driver: Driver;
}

type Entries = AsyncIterable<unknown> | Iterable<unknown>;

/** Who the tenants of a fleet are, where the config says so and does not leave that to what is there. */
export function listing(
  fleet: FoundFleet,
  context: ListingContext,
): ((signal?: AbortSignal) => AsyncIterable<Listed>) | undefined {
  const { tenants } = fleet.values;
  if (tenants === undefined) return undefined;
  const at = `${fleet.at}.tenants`;
  return async function* (signal) {
    let number = 0;
    for await (const entry of await entriesOf(tenants, at, context, signal))
      yield await listed(entry, `${at}[${number++}]`, fleet, context);
  };
}

async function entriesOf(
  tenants: NonNullable<FoundFleet['values']['tenants']>,
  at: string,
  context: ListingContext,
  signal: AbortSignal | undefined,
): Promise<Entries> {
  if (typeof tenants === 'string') return fromFile(tenants, at, context.loaded.directory);
  if (typeof tenants === 'function') return tenants();
  return 'query' in tenants ? fromQuery(tenants, at, context, signal) : tenants;
}

/** A list in a file: one id a line, or what a config could say, as JSON, YAML or a JSON value a line. */
async function fromFile(named: string, at: string, directory: string): Promise<Entries> {
  if (!named.startsWith('file:'))
    throw invalid(`${at} cannot be ${JSON.stringify(named)}`, 'It is a list, file:PATH of one, or a query.');
  const path = resolve(directory, named.slice('file:'.length));
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw invalid(`${at}: ${path} cannot be read: ${cause.code}`, 'Give the path of a list, relative to the config.');
  });
  const lines = () => text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const extension = extname(path).toLowerCase();
  if (!['.json', '.jsonl', '.ndjson', '.yaml', '.yml'].includes(extension)) return lines().map((line) => line.trim());
  try {
    const found: unknown =
      extension.endsWith('l') && extension.includes('json') ? lines().map((line) => JSON.parse(line)) : parse(text);
    if (Array.isArray(found)) return found;
  } catch {
    // The parser would quote what may hold a password.
    throw invalid(`${at}: ${path} is not valid ${extension.slice(1)}`, 'Mend its syntax.');
  }
  throw invalid(`${at}: ${path} holds no list`, 'Write a list of ids, or of { id: … }.');
}

const connecting = new Set(['url', 'password', 'engine']);
const own = new Set(['id', 'name', 'url', 'password', 'engine', 'group']);

/** The rows of a query: a column that an entry has no word for is a label. */
async function* fromQuery(
  tenants: TenantQuery,
  at: string,
  { loaded, target, drivers }: ListingContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown> {
  const path = at.slice(at.indexOf(': ') + 2);
  const where = targetOf(loaded, [{ path, values: tenants }]);
  if (!where) throw invalid(`${at} has no url`, 'Say which database is to be asked.');
  const { input } = await resolveTarget(where, target);
  const driver =
    tenants.engine === undefined
      ? await driverForProtocol(input.url.slice(0, input.url.indexOf(':')).toLowerCase(), drivers)
      : await loadDriver(tenants.engine, drivers);
  for (const row of await answerOf(driver, input, tenants.query, signal)) {
    const said = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
    const texts = said.map(([name, value]) => [
      name,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]);
    const labels = Object.fromEntries(texts.filter(([name = '']) => !own.has(name)));
    const facts = texts
      .filter(([name = '']) => own.has(name))
      .map(([name = '', text = '']) => [name, connecting.has(name) ? literal(text, at) : text]);
    yield { ...Object.fromEntries(facts), labels };
  }
}

/** Whoever goes through the rows works on each of them for a while: the database is left before that. */
async function answerOf(
  driver: Driver,
  input: ConnectionInput,
  text: string,
  signal: AbortSignal | undefined,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  await using connection = await driver.connect(driver.options(input), {
    access: 'read',
    missing: 'refuse',
    ...(signal && { signal }),
  });
  return await connection.query({ text });
}

/** What a query answers is data: a text that looks like a reference or a variable is that text. */
function literal(text: string, at: string): string {
  if (isSecretReference(text))
    throw invalid(
      `${at} answers with a reference, and what a query answers is data`,
      'Have it answer with the value, or list the tenants in the config.',
    );
  return uninterpolated(text);
}

async function listed(entry: unknown, at: string, fleet: FoundFleet, context: ListingContext): Promise<Listed> {
  const [problem] = tenantEntryShape(entry, '');
  if (problem)
    throw invalid(
      `${joinPath(at, '').replace(/\.""$/, '')}${problem.path && `.${problem.path}`} ${problem.message}`,
      'A tenant is an id, or { id, name, url, group, labels }.',
    );
  if (typeof entry === 'string') return { id: entry };
  const { id, name, group, labels } = entry as TenantEntry;
  return {
    id,
    ...(await connectionOf(entry as TenantEntry, at, fleet, context)),
    ...(name !== undefined && { name }),
    ...(group !== undefined && { group }),
    ...(labels && { labels }),
  };
}

/** A secret that one tenant lacks keeps that one from being connected to, and none of the others. */
async function connectionOf(
  entry: TenantEntry,
  at: string,
  fleet: FoundFleet,
  context: ListingContext,
): Promise<Pick<Listed, 'input' | 'unreachable'>> {
  try {
    const input = await inputOf(entry, at, fleet, context);
    return input ? { input } : {};
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'SECRET_UNAVAILABLE') throw error;
    return { unreachable: error };
  }
}

/** How to connect to a tenant that has a URL of its own, with what the fleet says beside it. */
async function inputOf(entry: TenantEntry, at: string, fleet: FoundFleet, { loaded, target, driver }: ListingContext) {
  if (entry.url === undefined) return undefined;
  const { url: _, password, ...beside } = fleet.values;
  // The password of the fleet's own server must not be sent to another host.
  const shared = fleet.values.url === undefined && password !== undefined ? { password } : {};
  const path = at.slice(at.indexOf(': ') + 2);
  const layers: Layer<TenantEntry>[] = [
    { path, values: entry },
    { path: fleet.path, values: { id: entry.id, ...shared, ...(beside.settings && { settings: beside.settings }) } },
  ];
  const where = targetOf(loaded, layers);
  if (!where || !firstOf(loaded.file, layers, 'url')) return undefined;
  const resolved = await resolveTarget(where, target);
  checkTarget(driver, resolved, target.redactor);
  return resolved.input;
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'fleet', message, hint });
}
