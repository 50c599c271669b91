import { listsIn } from '../../text/lists-in.js';

const defaultBound = 'DEFAULT';

/** Whether two partitions of one table with these bounds may be in each other's way. Where only the server could tell, they may. */
export function mayOverlap(one: string, other: string): boolean {
  if (one === defaultBound || other === defaultBound) return one === other;
  const [[from, to], [otherFrom, otherTo]] = [listsIn(one), listsIn(other)];
  if (!from || !otherFrom) return true;
  if (from.after === 'FOR VALUES IN' && otherFrom.after === from.after) {
    const values = new Set(from.items);
    return otherFrom.items.some((value) => values.has(value));
  }
  const ends = inOneOrder([from, to, otherFrom, otherTo].map((list) => list?.items ?? []));
  if (!ends) return true;
  const [first, last, otherFirst, otherLast] = ends;
  return first < otherLast && otherFirst < last;
}

type Ends = readonly [bigint | string, bigint | string, bigint | string, bigint | string];

/** Dates and times as the server writes them, which are in the order of their texts. */
const dates = [/^'\d{4}-\d\d-\d\d'$/, /^'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d'$/];

/** The ends of two ranges over one column, as values that can be compared. */
function inOneOrder(lists: readonly (readonly string[])[]): Ends | undefined {
  const values = lists.flat();
  if (!lists.every((items) => items.length === 1)) return undefined;
  if (values.every((value) => /^-?\d+$/.test(value))) return values.map(BigInt) as unknown as Ends;
  const areDates = dates.some((date) => values.every((value) => date.test(value)));
  return areDates ? (values as unknown as Ends) : undefined;
}
