import type { Driver } from '../contract/driver.js';
import type { Difference } from '../diff/difference.js';
import { titleOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';

/** Refuses to compare what is there, but cannot be read, with what is to be made in its place: it would be taken for something that is missing. */
export function requireFree({ changes }: Difference, { taken }: Inspection, driver: Driver): void {
  if (!taken || taken.size === 0) return;
  const found = changes.flatMap((change) => {
    const { verb } = change;
    const at = verb === 'create' ? taken.get(change.address) : verb === 'rename' && taken.get(change.to.address);
    return at ? [at] : [];
  });
  if (found.length === 0) return;
  const lines = found.map(
    ({ kind, name, reason }) => `${titleOf(kind, driver)} ${name} is there and cannot be compared: ${reason}`,
  );
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'diff',
    message: lines.join('\n  '),
    hint: `Nothing was touched. To leave it out on both sides: --exclude ${found.map(({ name }) => name).join(',')}.`,
    details: { unmanaged: found },
  });
}
