/** Which of these views are in circles, or between two of them: SQLite takes such definitions, in any order, and none of them can be read. */
export function findCircles(needs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const back = new Map<string, Set<string>>([...needs.keys()].map((name) => [name, new Set()]));
  for (const [name, others] of needs) for (const other of others) back.get(other)?.add(name);
  const rest = new Set(needs.keys());
  peel(rest, needs, back);
  peel(rest, back, needs);
  return rest;
}

/** Takes off whatever leads to nothing that is left, again and again. */
function peel(
  rest: Set<string>,
  ahead: ReadonlyMap<string, ReadonlySet<string>>,
  behind: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const open = new Map(
    [...rest].map((name) => [name, [...(ahead.get(name) ?? [])].filter((to) => rest.has(to)).length]),
  );
  const loose = [...rest].filter((name) => open.get(name) === 0);
  // The list grows while it is walked.
  for (const name of loose) {
    rest.delete(name);
    for (const before of behind.get(name) ?? []) {
      const left = (open.get(before) ?? 0) - 1;
      open.set(before, left);
      if (left === 0) loose.push(before);
    }
  }
}
