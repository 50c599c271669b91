import { type Address, address, type Driver, partsOf } from '@sync/core';
import { getTableName, is, type Table } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type { Homes } from '../sql/homes.js';
import type { PluginRecord } from './book-format.js';
import type { Declared } from './declared.js';
import { migratorError } from './errors.js';
import { namespaceOf } from './namespace.js';

/** Which plugins there are beside one, as far as somebody knows. */
export interface Neighbours {
  readonly driver: Driver;
  /** Whether plugins have schemas of their own: not where the engine has none, nor where all of the database is one, as that of a tenant. */
  readonly hasSchemas: boolean;
  /** Plugins whose tables lie in `public`. */
  readonly main: ReadonlySet<string>;
  /** Whose a table is that was handed over before. */
  readonly pluginOf: ReadonlyMap<unknown, string>;
  /** What each declares that was handed over before. */
  readonly declaredBy: ReadonlyMap<string, Declared>;
  /** What the books say of all plugins. */
  readonly records: readonly PluginRecord[];
}

/** The schema that a plugin's tables lie in; undefined for `public`, and where the engine has no schemas. */
export function homeOfPlugin(plugin: string, { hasSchemas, main, records }: Neighbours): string | undefined {
  if (!hasSchemas) return undefined;
  const newest = records.find((record) => record.plugin === plugin)?.entries.at(-1);
  // It stays where it was put: an application may have become a plugin, or the other way round.
  if (newest?.owns) return newest.namespace;
  return main.has(plugin) ? undefined : namespaceOf(plugin);
}

/** Where each thing lies that is declared in no schema. */
export function homesOf(declared: Declared, home: string | undefined, neighbours: Neighbours): Homes {
  if (!neighbours.hasSchemas) return () => undefined;
  const others = new Map(declared.referred.map(({ value }) => [value, homeOfReferred(value, declared, neighbours)]));
  return (value) => (others.has(value) ? others.get(value) : home);
}

function homeOfReferred(value: unknown, { plugin }: Declared, neighbours: Neighbours): string | undefined {
  const owner = neighbours.pluginOf.get(value);
  if (owner !== undefined) return homeOfPlugin(owner, neighbours);
  if (!is(value, PgTable)) return undefined;
  const name = getTableName(value as Table);
  const owners = neighbours.records.filter((record) => {
    const newest = record.entries.at(-1);
    const at = newest?.namespace === undefined ? address('table', name) : address('table', newest.namespace, name);
    return record.plugin !== plugin && newest?.owns?.includes(at);
  });
  const inPublic = owners.length !== 1 || owners.some(({ entries }) => entries.at(-1)?.namespace === undefined);
  return inPublic ? undefined : owners[0]?.entries.at(-1)?.namespace;
}

/** Kinds of things that stay whoever goes, such as extensions. */
export function sharedKinds({ kinds }: Driver): ReadonlySet<string> {
  return new Set(kinds.flatMap(({ kind, optIn }) => (optIn ? [kind] : [])));
}

/** What other plugins have, by the books; but for what stays whoever goes: that is nobody's. */
export function ownedByOthers(
  plugin: string,
  { records, driver }: Pick<Neighbours, 'records' | 'driver'>,
): ReadonlyMap<Address, readonly string[]> {
  const nobodys = sharedKinds(driver);
  const owners = new Map<Address, readonly string[]>();
  for (const record of records) {
    const owns = record.plugin === plugin ? [] : (record.entries.at(-1)?.owns ?? []);
    for (const at of owns)
      if (!nobodys.has(partsOf(at).kind)) owners.set(at, [...(owners.get(at) ?? []), record.plugin]);
  }
  return owners;
}

/** What holds no rows, and may be several plugins': a schema, and a type that all of them declare in the same words. */
const shareable: ReadonlySet<string> = new Set(['schema', 'postgres/enum']);

export function isShareable(at: Address): boolean {
  return shareable.has(partsOf(at).kind);
}

/** Refuses what two plugins would both take for theirs: each would take away what the other made. */
export function requireOwnPlace(
  plugin: string,
  home: string | undefined,
  tops: readonly Address[],
  neighbours: Neighbours,
): void {
  const { records, main, hasSchemas } = neighbours;
  for (const record of records) {
    if (record.plugin === plugin) continue;
    const newest = record.entries.at(-1);
    const theirs = newest?.owns
      ? newest.namespace
      : hasSchemas && !main.has(record.plugin)
        ? namespaceOf(record.plugin)
        : undefined;
    if (home !== undefined && theirs === home)
      throw migratorError(
        'USAGE',
        `its tables would lie in the schema ${home}, which is that of ${record.plugin}`,
        'Call one of them otherwise: what is left of a name without its scope and plugin- is the schema.',
        { plugin, other: record.plugin, namespace: home },
      );
  }
  const theirs = ownedByOthers(plugin, neighbours);
  for (const object of tops) {
    const [other] = theirs.get(object) ?? [];
    if (other === undefined || isShareable(object)) continue;
    throw migratorError(
      'USAGE',
      `${object} is already that of ${other}`,
      'Declare each table in one plugin, and let others refer to it by a foreign key.',
      { plugin, other, object },
    );
  }
}
