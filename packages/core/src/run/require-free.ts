import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import type { Difference } from '../diff/difference.js';
import { titleOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import { shownName } from '../inspect/shown-name.js';
import type { SchemaObject } from '../model/object.js';

/** What of a state could not be read, or was not shown. */
type Unread = Pick<Inspection, 'taken' | 'hidden'>;

/** The two sides of a difference, as they were read. */
interface Sides {
  readonly base: Unread & Pick<Inspection, 'cleared'>;
  /** With where it came from: somebody has to look there. */
  readonly goal: Unread & { readonly origin: string };
}

/** Something that stands in the way of what is to be made, or of what would go. */
interface Obstacle {
  readonly unmanaged: Unmanaged;
  readonly line: string;
}

/**
 * Refuses to compare what is there, or may be, and cannot be read. On the one side it would be taken for something that is missing and is to be made, on the other for
 * something that nobody wants and is to go.
 */
export function requireFree({ changes }: Difference, { base, goal }: Sides, driver: Driver): void {
  const found = changes.flatMap((change) => {
    const { verb } = change;
    if (verb === 'create' || verb === 'rename')
      return base.cleared?.has(change.to.address) ? [] : (obstacleTo(change.to, base, '', driver) ?? []);
    return verb === 'drop' ? (obstacleTo(change.from, goal, ` in ${goal.origin}`, driver) ?? []) : [];
  });
  if (found.length === 0) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'diff',
    message: found.map(({ line }) => line).join('\n  '),
    hint: `Nothing was touched. To leave it out on both sides: --exclude ${found.map(({ unmanaged }) => unmanaged.name).join(',')}.`,
    details: { unmanaged: found.map(({ unmanaged }) => unmanaged) },
  });
}

function obstacleTo(
  object: SchemaObject,
  { taken, hidden }: Unread,
  where: string,
  driver: Driver,
): Obstacle | undefined {
  const there = taken?.get(object.address);
  if (there) {
    const { kind, name, reason } = there;
    const line = `${titleOf(kind, driver)} ${name} is there${where} and cannot be compared: ${reason}`;
    return { unmanaged: there, line };
  }
  const unseen = hidden?.get(object.kind);
  if (!unseen?.hides(object)) return undefined;
  const { reason } = unseen.unmanaged;
  const name = shownName(object, driver);
  const unmanaged = { kind: object.kind, name, reason };
  return { unmanaged, line: `${titleOf(object.kind, driver)} ${name} may be there${where} unseen: ${reason}` };
}
