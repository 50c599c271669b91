import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedConfig } from '../../config/load-config.js';
import type { Driver } from '../../contract/driver.js';
import { KnownStates, readKnown } from '../../fleet/known-states.js';
import { encodeKey } from '../../snapshot/snapshot-key.js';
import { writeWhole } from '../write-file.js';
import type { Fleet } from './open-fleet.js';

/** What is known of the tenants of a fleet from calls before, beside the config; without it, or where it cannot be written, they are read. */
export async function withKnown<T>(
  fleet: Fleet,
  { directory }: LoadedConfig,
  driver: Driver,
  work: (known: KnownStates) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const fingerprints = await fleet.fingerprints(signal);
  const known = (kept?: ReturnType<typeof readKnown>) => new KnownStates(driver, fingerprints, kept);
  if (fingerprints.size === 0) return work(known());
  const file = join(directory, '.schema-sync', `${encodeKey(`states of ${fleet.name}`)}.json`);
  const text = await readFile(file, 'utf8').catch(() => '');
  const states = known(readKnown(text));
  const result = await work(states);
  const after = JSON.stringify(states.document());
  if (after !== text) await writeWhole(file, after).catch(() => undefined);
  return result;
}
