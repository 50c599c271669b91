import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedConfig } from '../../config/load-config.js';
import type { Driver } from '../../contract/driver.js';
import { KnownStates, readKnown } from '../../fleet/known-states.js';
import { encodeKey } from '../../snapshot/snapshot-key.js';
import { writeWhole } from '../write-file.js';
import type { Fleet } from './open-fleet.js';

/** Where what is known is kept, and of whom. */
interface KnownContext {
  readonly loaded: LoadedConfig;
  readonly driver: Driver;
  /** Whether all tenants of the fleet are asked about. */
  readonly everyone: boolean;
  /** Whether the place that they share is asked what it holds; else each is known by what it tells of itself. */
  readonly asksPlace: boolean;
  readonly signal?: AbortSignal;
}

/** What is known of the tenants of a fleet from calls before, beside the config; without it, or where it cannot be written, they are read. */
export async function withKnown<T>(
  fleet: Fleet,
  { loaded: { directory }, driver, everyone, asksPlace, signal }: KnownContext,
  work: (known: KnownStates) => Promise<T>,
): Promise<T> {
  const file = join(directory, '.schema-sync', `${encodeKey(`states of ${fleet.name}`)}.json`);
  const text = await readFile(file, 'utf8').catch(() => '');
  const shared = asksPlace ? await fleet.fingerprints(signal) : new Map<string, string>();
  const states = new KnownStates(driver, shared, readKnown(text));
  const result = await work(states);
  const known = states.document(everyone);
  const after = JSON.stringify(known);
  // Where nobody has a fingerprint there is nothing to keep, and no folder is made for it.
  const isNews = after !== text && (text !== '' || Object.keys(known.tenants).length > 0);
  if (isNews) await writeWhole(file, after).catch(() => undefined);
  return result;
}
