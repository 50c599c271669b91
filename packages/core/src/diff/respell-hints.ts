import type { RenameHint } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { membersOf } from './rename-reading.js';

type Path = readonly string[];

/** The states that names of hints are spelt in: what is managed there, and what is not. */
interface Sides {
  readonly before: readonly Catalogue[];
  readonly after: readonly Catalogue[];
}

/** Hints with their names as they are spelt in the states, where the server takes what somebody wrote for the same. */
export function respellHints(
  hints: readonly RenameHint[],
  { before, after }: Sides,
  driver: Driver,
  server: Server,
): readonly RenameHint[] {
  const { alike } = driver.dialect;
  if (!alike || hints.length === 0) return hints;
  const form = (path: Path) => JSON.stringify(path.map((name) => alike(name, 'object', server)));
  const [old, next] = [indexed(before, form), indexed(after, form)];
  const origins = new Map(hints.map(({ from, to }) => [form(to), from]));
  const member = (owner: Path, name: string, states: typeof old) => {
    const found = states(owner) ?? states(origins.get(form(owner)) ?? []);
    const names = [...(membersOf(found, driver)?.keys() ?? [])];
    const isAlike = (other: string) => alike(other, 'member', server) === alike(name, 'member', server);
    return names.includes(name) ? name : (names.find(isAlike) ?? name);
  };
  const spelt = (path: Path, states: typeof old): Path => {
    const object = states(path);
    if (object) return partsOf(object.address).parts;
    const [owner, name = ''] = [path.slice(0, -1), path.at(-1)];
    if (owner.length === 0) return path;
    // The table of an old name may be called as it is now.
    const table = next(owner) ?? states(owner);
    return [...(table ? partsOf(table.address).parts : owner), member(owner, name, states)];
  };
  return hints.map((hint) => ({ ...hint, from: spelt(hint.from, old), to: spelt(hint.to, next) }));
}

/** Finds what is called so, to the letter before all else. */
function indexed(states: readonly Catalogue[], form: (path: Path) => string): (path: Path) => SchemaObject | undefined {
  const exact = new Map<string, SchemaObject>();
  const loose = new Map<string, SchemaObject>();
  for (const object of states.flatMap((state) => [...state])) {
    const { parts } = partsOf(object.address);
    const key = JSON.stringify(parts);
    if (!exact.has(key)) exact.set(key, object);
    if (!loose.has(form(parts))) loose.set(form(parts), object);
  }
  return (path) => exact.get(JSON.stringify(path)) ?? loose.get(form(path));
}
