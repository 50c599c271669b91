/** The candidate that a misspelt name most likely means, or undefined where none is close. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  return nearNames(name, candidates)[0];
}

/** The candidates that a misspelt name may mean, the likeliest first. */
export function nearNames(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const tolerated = Math.max(1, Math.floor(wanted.length / 3));
  return Array.from(candidates, (candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= tolerated)
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
}

/** The least number of characters to insert, drop, replace or swap with their neighbour. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
