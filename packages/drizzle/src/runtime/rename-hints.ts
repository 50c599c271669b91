import { type Catalogue, type Driver, partsOf, type RenameHint } from '@sync/core';

/**
 * What a program says of names, as core takes it. A name that nothing has any longer, since it was given up in turn (`{ a: 'b', b: 'c' }`), leads on to the one that it gave way
 * to: a database may be as old as the first of them.
 */
export function hintsOf(
  renames: Readonly<Record<string, string>>,
  namespace: string | undefined,
  goal: Catalogue,
  driver: Driver,
): readonly RenameHint[] {
  const parts = (name: string) => {
    const split = name.split('.');
    // A table may be called as its schema: three names are one with its schema.
    return namespace === undefined || split.length > 2 ? split : [namespace, ...split];
  };
  const names = namesIn(goal, driver);
  const isThere = (name: string) => names.has(keyOf(parts(name), driver));
  return Object.entries(renames).map(([from, to]) => {
    const passed = new Set([from]);
    let last = to;
    for (let next = renames[last]; next !== undefined && !isThere(last); next = renames[last]) {
      // Names that trade places lead nowhere else.
      if (passed.has(last)) return { at: 'renames', from: parts(from), to: parts(to) };
      passed.add(last);
      last = next;
    }
    return { at: 'renames', from: parts(from), to: parts(last) };
  });
}

/** The tables of a state and their columns. */
function namesIn(goal: Catalogue, driver: Driver): ReadonlySet<string> {
  const [kind] = driver.kinds.filter((each) => each.kind === 'table');
  return new Set(
    [...goal].flatMap((object) => {
      if (object.kind !== 'table') return [];
      const { parts } = partsOf(object.address);
      const columns = kind?.relation?.(object).columns ?? [];
      return [parts, ...columns.map(({ name }) => [...parts, name])].map((path) => keyOf(path, driver));
    }),
  );
}

function keyOf(parts: readonly string[], { dialect }: Driver): string {
  return parts.map((part) => dialect.fold(part)).join('\0');
}
