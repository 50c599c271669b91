import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedConfig } from '../../config/load-config.js';
import type { Driver } from '../../contract/driver.js';
import type { Fingerprints } from '../../contract/tenancy.js';
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
  /** Whether so few are asked about that reading these takes less than what the place tells of all that lie there. */
  readonly few: boolean;
  readonly signal?: AbortSignal;
}

type Work<T> = (known: KnownStates) => Promise<T>;

/** What is known of the tenants of a fleet, beside the config; without it, or where it cannot be written, they are read. */
export class KnownFile {
  /** What the place of the fleet told when it was asked first. */
  private before: Fingerprints | undefined;
  private readonly file: string;

  constructor(
    private readonly fleet: Fleet,
    private readonly context: KnownContext,
  ) {
    const { directory } = context.loaded;
    this.file = join(directory, '.schema-sync', `${encodeKey(`states of ${fleet.name}`)}.json`);
  }

  /** Does some work with what is known from calls before, and keeps what it found out. */
  async use<T>(work: Work<T>): Promise<T> {
    if (!this.context.few) this.before = await this.fleet.fingerprints(this.context.signal);
    return this.keeping(
      async (known) => {
        const result = await work(known);
        if (known.isUnsure)
          known.confirmRead(await this.fleet.fingerprints(this.context.signal).catch(() => undefined));
        return result;
      },
      this.context.everyone,
      this.before,
    );
  }

  /** Does some work that changes tenants, and keeps what it brought them to. */
  async add<T>(work: Work<T>): Promise<T> {
    // Whoever goes on with a run has not asked before.
    if (!this.before && !this.context.few)
      this.before = await this.fleet.fingerprints(this.context.signal).catch(() => undefined);
    return this.keeping(async (known) => {
      const result = await work(known);
      await this.confirm(known);
      return result;
    }, false);
  }

  /** The place is asked once more where that takes less than reading those again that were changed. It is nothing but saving time: without it they are read. */
  private async confirm(known: KnownStates): Promise<void> {
    const { before } = this;
    if (!before || known.settled === 0 || known.settled < before.own.size * worthAsking) return;
    const after = await this.fleet.fingerprints(this.context.signal).catch(() => undefined);
    if (after) known.confirm(after, before.shared);
  }

  private async keeping<T>(work: Work<T>, everyone: boolean, place?: Fingerprints): Promise<T> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    const states = new KnownStates(this.context.driver, place, readKnown(text));
    const result = await work(states);
    const known = states.document(everyone);
    const after = JSON.stringify(known);
    // Where nobody has a fingerprint there is nothing to keep, and no folder is made for it.
    const isNews = after !== text && (text !== '' || Object.keys(known.tenants).length > 0);
    if (isNews) await writeWhole(this.file, after).catch(() => undefined);
    return result;
  }
}

/** Of which part of a place those are at least for whom it is asked once more. */
const worthAsking = 0.05;
