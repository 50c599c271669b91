import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import type { Difference } from '../diff/difference.js';
import { titleOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import { shownName } from '../inspect/shown-name.js';

/** Something that stands in the way of what is to be made. */
interface Obstacle {
  readonly unmanaged: Unmanaged;
  readonly line: string;
}

/** Refuses to compare what is there, or may be, and cannot be read, with what is to be made in its place: it would be taken for something that is missing. */
export function requireFree({ changes }: Difference, inspection: Inspection, driver: Driver): void {
  const found = changes.flatMap((change) => obstacleTo(change, inspection, driver) ?? []);
  if (found.length === 0) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'diff',
    message: found.map(({ line }) => line).join('\n  '),
    hint: `Nothing was touched. To leave it out on both sides: --exclude ${found.map(({ unmanaged }) => unmanaged.name).join(',')}.`,
    details: { unmanaged: found.map(({ unmanaged }) => unmanaged) },
  });
}

function obstacleTo(change: Change, { taken, hidden }: Inspection, driver: Driver): Obstacle | undefined {
  if (change.verb !== 'create' && change.verb !== 'rename') return undefined;
  const { to } = change;
  const there = taken?.get(to.address);
  if (there) {
    const { kind, name, reason } = there;
    return { unmanaged: there, line: `${titleOf(kind, driver)} ${name} is there and cannot be compared: ${reason}` };
  }
  const unseen = hidden?.get(to.kind);
  if (!unseen?.hides(to)) return undefined;
  const { reason } = unseen.unmanaged;
  const name = shownName(to, driver);
  const unmanaged = { kind: to.kind, name, reason };
  return { unmanaged, line: `${titleOf(to.kind, driver)} ${name} may be there unseen: ${reason}` };
}
