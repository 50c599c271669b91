import { type Address, address, type Catalogue, type RenameHint, type SchemaObject } from '@sync/core';

/** What is known of what a plugin has in a database. */
export interface Claim {
  /** What it declares now. */
  readonly declared: Catalogue;
  /** What it made before, by the books; undefined where they say nothing of it, or another tool wrote them. */
  readonly made: ReadonlySet<Address> | undefined;
  /** Tables that another tool's books name. */
  readonly named: ReadonlySet<Address>;
  /** What other plugins have, by the books: no name that this one gives makes that its own. */
  readonly others: ReadonlySet<Address>;
  /** Tables that it takes over from others. */
  readonly taken: ReadonlySet<Address>;
  /** A schema that is the plugin's alone. */
  readonly namespace: string | undefined;
  readonly renames: readonly RenameHint[];
}

/** Parts what is there into what is the plugin's and what is anybody else's; the latter is left alone. */
export function partClaimed(
  found: Iterable<SchemaObject>,
  claim: Claim,
): { readonly owned: readonly SchemaObject[]; readonly others: readonly Address[] } {
  const isOurs = ownership(claim);
  const owned: SchemaObject[] = [];
  const others: Address[] = [];
  const left = new Set<Address>();
  for (const object of parentsFirst(found)) {
    const isLeft = object.parent !== undefined && left.has(object.parent);
    if (!isLeft && isOurs(object)) {
      owned.push(object);
      continue;
    }
    left.add(object.address);
    // What belongs to something that is left alone is left alone with it.
    if (!isLeft) others.push(object.address);
  }
  return { owned, others };
}

/** Objects as what core excludes: to the letter, since others may call theirs by a name that would be read as a pattern, or as ours in another case. */
export function leaving(others: Iterable<Address>): readonly string[] {
  return Array.from(new Set(others), (at) => `=${at}`);
}

function ownership(claim: Claim): (object: SchemaObject) => boolean {
  const { declared, made, named, others, renames, taken } = claim;
  const called = new Set(renames.map(({ from }) => address('table', ...from)));
  const columnsOf = new Set(renames.map(({ from }) => address('table', ...from.slice(0, -1))));
  return (object) => {
    const { address: at, parent } = object;
    if (others.has(at)) return false;
    if (taken.has(at) || (parent !== undefined && taken.has(parent))) return true;
    if (declared.get(at) !== undefined || made?.has(at) || called.has(at) || columnsOf.has(at)) return true;
    if (made) return parent !== undefined && (called.has(parent) || columnsOf.has(parent));
    // Where nothing is known of it, what it declares is what it starts from: a schema of its name may be somebody else's.
    return named.has(at) || (parent !== undefined && (named.has(parent) || isDeclared(parent, declared, called)));
  };
}

function isDeclared(at: Address, declared: Catalogue, called: ReadonlySet<Address>): boolean {
  return declared.get(at) !== undefined || called.has(at);
}

function parentsFirst(found: Iterable<SchemaObject>): readonly SchemaObject[] {
  const depth = ({ parent }: SchemaObject) => (parent === undefined ? 0 : 1);
  return [...found].sort((a, b) => depth(a) - depth(b));
}
