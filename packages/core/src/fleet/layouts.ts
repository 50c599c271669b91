import type { Catalogue } from '../model/catalogue.js';
import { hashText } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';

/** What rendering keeps to though it makes no two differ, such as what is granted on what is made again: it is this tenant's, and of no other. */
export function layoutsOf(objects: readonly SchemaObject[]): string {
  const layouts = objects.flatMap(({ address, layout }) => (layout === undefined ? [] : [[address, layout]]));
  return hashText(JSON.stringify(layouts.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
}

const known = new WeakMap<Catalogue, string>();

/** The same of a desired state, such as from where a table is to count on: it is asked for each tenant of a fleet that is to have that. */
export function layoutsIn(goal: Catalogue): string {
  const found = known.get(goal) ?? layoutsOf([...goal]);
  known.set(goal, found);
  return found;
}
