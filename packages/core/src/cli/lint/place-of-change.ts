import type { Difference } from '../../diff/difference.js';
import type { Address } from '../../model/address.js';
import type { SchemaObject } from '../../model/object.js';
import type { Compiled } from '../../source/compiled.js';

/** Where the change of a name is written: where the desired state defines what it is about, or what that lies in; of what goes, where the other state does. */
export function placeOfChange(
  { changes, base, goal }: Pick<Difference, 'changes' | 'base' | 'goal'>,
  from: Compiled,
  to: Compiled,
): (change: string) => string {
  const known = new Map(changes.map((change) => [change.id, change]));
  return (id) => {
    const change = known.get(id);
    if (!change) return to.origin;
    const wanted = 'to' in change ? change.to : undefined;
    const there = 'from' in change ? change.from : undefined;
    return (
      placeIn(to, wanted, (at) => goal.get(at)) ??
      placeIn(to, there && goal.get(there.parent ?? there.address), (at) => goal.get(at)) ??
      fileOf(
        placeIn(from, there, (at) => base.get(at)),
        from,
      ) ??
      to.origin
    );
  };
}

function placeIn(
  { places, origin }: Compiled,
  object: SchemaObject | undefined,
  get: (address: Address) => SchemaObject | undefined,
): string | undefined {
  for (let at = object; at; at = at.parent === undefined ? undefined : get(at.parent)) {
    const place = places?.get(at.address);
    if (place !== undefined && place !== origin) return place;
  }
  return undefined;
}

/** In a revision, which comes before the path, it stands on a line that the file may not have any more. */
function fileOf(place: string | undefined, { origin }: Compiled): string | undefined {
  return origin.startsWith('git:') ? place?.replace(/^[^:]*:(.*?)(?::\d+)*$/s, '$1') : place;
}
