/** Of names that are to stand in another order, as few as can be for the rest to stay where it is: all but the longest row of them that is in order already. */
export function movedColumns(from: readonly string[], to: readonly string[]): ReadonlySet<string> {
  const places = new Map(from.map((name, place) => [name, place]));
  const there = to.filter((name) => places.has(name));
  // The last name of the best row of each length, and the one before each name in its row.
  const lasts: string[] = [];
  const before = new Map<string, string | undefined>();
  const placeOf = (name: string | undefined) => places.get(name ?? '') ?? -1;
  for (const name of there) {
    let low = 0;
    let high = lasts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeOf(lasts[middle]) < placeOf(name)) low = middle + 1;
      else high = middle;
    }
    before.set(name, lasts[low - 1]);
    lasts[low] = name;
  }
  const moved = new Set(there);
  for (let name = lasts.at(-1); name !== undefined; name = before.get(name)) moved.delete(name);
  return moved;
}
