import type { Connection } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Lost } from '../diff/difference.js';
import { isSyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Address } from '../model/address.js';
import type { Plan } from '../plan/plan-format.js';
import { readPlansOfUnended } from './journal.js';

/**
 * What runs that did not end took down and did not bring back, as it was before: found in the journal, in what ran since a run last ended. Where that
 * cannot be read, nothing is known of it, and plans are made all the same.
 */
export async function readLost(
  connection: Connection,
  dialect: Dialect,
  tenant: string,
  { catalogue, kept }: Inspection,
): Promise<readonly Lost[]> {
  const lost = new Map<Address, Lost>();
  try {
    for (const { plan, direction } of await readPlansOfUnended(connection, dialect, tenant)) {
      for (const each of takenDown(plan, direction)) {
        const { address } = each.object;
        // The newest run knew best.
        if (!catalogue.has(address) && !kept.has(address) && !lost.has(address)) lost.set(address, each);
      }
    }
  } catch (error) {
    if (!isSyncError(error) || !unreadable.has(error.code)) throw error;
  }
  return [...lost.values()];
}

const unreadable: ReadonlySet<string> = new Set(['PERMISSION_DENIED', 'PLAN_CORRUPT', 'JOURNAL_CORRUPT']);

/** What a plan takes down and brings back, and what it brings back that an earlier one took down. */
function takenDown({ changes, inverse, base, goal }: Plan, direction: 'up' | 'down'): readonly Lost[] {
  return (direction === 'up' ? changes : inverse).flatMap((change): readonly Lost[] => {
    const before = change.verb === 'replace' ? change.from : change.verb === 'create' ? change.lost : undefined;
    if (!before || !('to' in change)) return [];
    const isKept = [base.kept, goal.kept].some((kept) => kept !== undefined && change.address in kept);
    return [{ object: change.to, before, kept: isKept }];
  });
}
