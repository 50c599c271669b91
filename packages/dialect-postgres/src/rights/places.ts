import { type Address, address, type Change, partsOf } from '@sync/core';
import { lastOf } from './ask.js';

/** What is known of where things are before a plan runs. */
export interface Places {
  /** What the plan gives to somebody else, or takes from somebody. */
  readonly given: ReadonlySet<Address>;
  /** What it makes. */
  readonly made: ReadonlySet<Address>;
  /** Of what trades names all the way round, the one that makes way. */
  readonly asides: ReadonlySet<Change>;
  /** Where something is as long as nothing has been renamed. */
  origin(at: Address): Address;
  /** What a schema is called until then. */
  schema(name: string): string;
}

const makes: ReadonlySet<Change['verb']> = new Set(['create', 'replace']);

/** Whether a change is about who owns something or may do what with it. */
export function isAccess({ kind }: Change): boolean {
  return kind === 'postgres/access';
}

/** Reads from changes where things were before them. */
export function placesIn(changes: readonly Change[]): Places {
  const given = new Set(changes.flatMap((change) => (isAccess(change) ? parentsOf(change) : [])));
  const made = new Set(changes.filter(({ verb }) => makes.has(verb)).map(({ address: at }) => at));
  return { given, made, asides: asidesOf(changes), ...originsOf(changes) };
}

function originsOf(changes: readonly Change[]): Pick<Places, 'origin' | 'schema'> {
  const renamed = changes.filter((change) => change.verb === 'rename');
  const origins = new Map(renamed.map(({ from, to }) => [to.address, from.address]));
  const schemas = new Map(
    renamed.flatMap(({ kind, from, to }) => (kind === 'schema' ? [[lastOf(to.address), lastOf(from.address)]] : [])),
  );
  const schema = (name: string) => schemas.get(name) ?? name;
  return {
    schema,
    origin(at) {
      const { kind, parts } = partsOf(at);
      const [first = '', ...rest] = parts;
      return origins.get(at) ?? (rest.length > 0 && schemas.has(first) ? address(kind, schema(first), ...rest) : at);
    },
  };
}

/** The first of each circle, as core has it. */
function asidesOf(changes: readonly Change[]): ReadonlySet<Change> {
  const renames = new Map(
    changes.flatMap((change) => (change.verb === 'rename' ? [[change.from.address, change] as const] : [])),
  );
  const seen = new Set<Change>();
  const asides = new Set<Change>();
  for (const start of renames.values()) {
    let change: typeof start | undefined = start;
    const path = new Set<Change>();
    while (change && !seen.has(change)) {
      seen.add(change);
      path.add(change);
      change = renames.get(change.to.address);
    }
    if (change === start && path.has(change)) asides.add(start);
  }
  return asides;
}

function parentsOf(change: Change): readonly Address[] {
  const { parent } = change.verb === 'drop' ? change.from : change.to;
  return parent === undefined ? [] : [parent];
}
