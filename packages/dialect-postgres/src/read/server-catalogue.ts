import { type Address, grouped, type Scope } from '@sync/core';
import { type DependencyRow, dependencies } from './dependencies.js';
import type { NamespaceRow } from './namespaces.js';
import type { Known, Part, Place } from './part.js';
import { parts } from './parts.js';

/** What one inspection found: the rows of each part, and what the server's numbers mean. Everything here looks up and never searches. */
export class ServerCatalogue implements Known {
  readonly places: readonly Place[];
  private readonly placed: ReadonlyMap<number, Place>;
  /** By catalogues, then by numbers: asked so often that a key put together from both would be felt. */
  private readonly addresses = new Map<string, Map<number, Address>>();
  private readonly groups = new Map<Part<never>, Map<PropertyKey, ReadonlyMap<unknown, readonly unknown[]>>>();

  constructor(
    namespaces: readonly NamespaceRow[],
    private readonly found: ReadonlyMap<string, readonly unknown[]>,
    scopes: readonly Scope[],
  ) {
    this.placed = placesOf(namespaces, scopes);
    this.places = [...this.placed.values()];
    for (const part of parts as readonly Part<unknown>[]) {
      if (!part.identify) continue;
      for (const row of this.rows(part)) {
        for (const { catalogue, oid, address } of part.identify(row, this)) {
          const known = this.addresses.get(catalogue);
          if (known) known.set(oid, address);
          else this.addresses.set(catalogue, new Map([[oid, address]]));
        }
      }
    }
  }

  rows<R>(part: Part<R>): readonly R[] {
    return (this.found.get(part.name) ?? []) as readonly R[];
  }

  where<R, C extends keyof R>(part: Part<R>, column: C, value: R[C]): readonly R[] {
    let columns = this.groups.get(part as Part<never>);
    if (!columns) {
      columns = new Map();
      this.groups.set(part as Part<never>, columns);
    }
    let group = columns.get(column);
    if (!group) {
      group = grouped(this.rows(part), (row) => row[column]);
      columns.set(column, group);
    }
    return (group.get(value) ?? none) as readonly R[];
  }

  placeOf = (namespace: number): Place => {
    const place = this.placed.get(namespace);
    if (!place) throw new TypeError(`schema ${namespace} was not asked for`);
    return place;
  };

  /** The address of what the server knows by this number; undefined for nothing, for what no kind covers, and for what is not managed. */
  addressOf(catalogue: string, oid: number | null): Address | undefined {
    return oid === null ? undefined : this.addresses.get(catalogue)?.get(oid);
  }

  /** What an object, or a column of it, needs, sorted, without itself and without what is not managed. */
  needsOf(catalogue: string, oid: number, column?: number): readonly Address[] {
    const rows = this.dependenciesOf(catalogue, oid);
    if (rows.length === 0) return none;
    const self = this.addressOf(catalogue, oid);
    const needs = new Set<Address>();
    for (const { onCatalogue, onOid, ofColumn } of rows) {
      if (column !== undefined && ofColumn !== column) continue;
      const on = this.addressOf(onCatalogue, onOid);
      if (on !== undefined && on !== self) needs.add(on);
    }
    return needs.size === 0 ? none : [...needs].sort();
  }

  /** The server's own words for what an object needs, columns included. */
  dependenciesOf(catalogue: string, oid: number): readonly DependencyRow[] {
    const rows = this.where(dependencies, 'oid', oid);
    return rows.every((row) => row.catalogue === catalogue) ? rows : rows.filter((row) => row.catalogue === catalogue);
  }
}

const none: readonly never[] = [];

/** The schema whose name is left out of addresses, so that they are the same in every tenant. */
function defaultSchema({ path }: Scope): string {
  return path[0] ?? 'public';
}

function placesOf(namespaces: readonly NamespaceRow[], scopes: readonly Scope[]): ReadonlyMap<number, Place> {
  const byPath = new Map(scopes.map((scope) => [scope.path[0], scope]));
  return new Map(
    namespaces.flatMap(({ oid, name }): (readonly [number, Place])[] => {
      const scope = byPath.get(name) ?? byPath.get(undefined);
      if (!scope) return [];
      return [[oid, { scope, schema: name, prefix: name === defaultSchema(scope) ? [] : [name] }]];
    }),
  );
}
