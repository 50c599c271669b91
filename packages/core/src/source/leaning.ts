import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';

/** What of a state needs what is left out of it, each with the folded names of that: it holds only where a target has them. */
export function leaningOn(catalogue: Catalogue, left: Iterable<SchemaObject>, driver: Driver): readonly Flaw[] {
  const out = [...left];
  if (out.length === 0) return [];
  const byAddress = new Map(out.map((object) => [object.address, object]));
  const fold = (name: string) => driver.dialect.fold(name);
  const outer = new Set(out.flatMap(({ parent, name }) => (parent === undefined ? [fold(name)] : [])));
  const kinds = new Map(driver.kinds.map((kind) => [kind.kind, kind]));
  return [...catalogue].flatMap((object): readonly Flaw[] => {
    const { address, kind, needs } = object;
    if (byAddress.has(address)) return [];
    // Some engines take a foreign key to what is not there, so that it is no need.
    const keys = kinds.get(kind)?.relation?.(object).foreignKeys ?? [];
    const named = [
      ...needs.flatMap((need) => byAddress.get(need)?.name ?? []),
      ...keys.map((key) => key.references.table),
    ];
    const missing = [...new Set(named.map(fold))].filter((name) => outer.has(name));
    return missing.length === 0 ? [] : [{ address, message: `needs ${missing.join(', ')}`, missing }];
  });
}
