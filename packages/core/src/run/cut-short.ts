import type { Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { readSteps } from './journal.js';
import type { RunRecord } from './journal-format.js';
import { sinceLastEnd } from './since-last-end.js';

/** A run of which some steps held, and not all. */
export interface CutShort {
  readonly record: RunRecord;
  readonly held: number;
  /** Whether another step had begun that commits by itself: something of it may have held. */
  readonly isOpen: boolean;
}

/**
 * The run that is to be taken back, or else the newest that changed anything, if it did not come to its end. `runs` come with the newest first.
 */
export async function findCutShort(
  runs: readonly RunRecord[],
  takesBack: string | undefined,
  { connection, driver }: { readonly connection: Session; readonly driver: Driver },
): Promise<CutShort | undefined> {
  const named = runs.find(({ run }) => run === takesBack);
  const newest = sinceLastEnd(runs);
  for (const record of named && named.outcome !== 'done' ? [named, ...newest] : newest) {
    const steps = await readSteps(connection, driver.dialect, record.run);
    const held = steps.filter(({ outcome }) => outcome === 'done').length;
    const isOpen = held < steps.length;
    if (held > 0 || isOpen) return { record, held, isOpen };
  }
  return undefined;
}
