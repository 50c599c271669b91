import { type Address, address, type Scope } from '@sync/core';
import type {
  CatalogueRows,
  ColumnRow,
  ConstraintRow,
  DependencyRow,
  EnumRow,
  IndexRow,
  RelationRow,
  SequenceRow,
  UncoveredRow,
} from './rows.js';

/** A place where objects live: a schema, seen from a scope. */
export interface Place {
  readonly scope: Scope;
  readonly schema: string;
  /** What goes before an object's own name in an address: nothing for the scope's own schema. */
  readonly prefix: readonly string[];
}

/** The catalogue indexed for the kinds. */
export interface SortedCatalogue {
  readonly places: readonly Place[];
  readonly tables: readonly RelationRow[];
  readonly views: readonly RelationRow[];
  readonly sequences: readonly (RelationRow & { readonly sequence: SequenceRow })[];
  readonly constraints: readonly ConstraintRow[];
  readonly indexes: readonly IndexRow[];
  readonly enums: readonly EnumRow[];
  readonly uncovered: readonly UncoveredRow[];
  placeOf(namespace: number): Place;
  columnsOf(relation: number): readonly ColumnRow[];
  columnOf(relation: number, number: number): ColumnRow | undefined;
  /** The sequences that go with a table's columns, and the insides of its identity columns. */
  sequencesOf(relation: number): readonly (RelationRow & { readonly sequence: SequenceRow })[];
  relation(oid: number): RelationRow | undefined;
  /** The address of a table, view or sequence. */
  addressOf(relation: number): Address | undefined;
  /** What an object needs, sorted, without itself and without what is not managed. */
  needsOf(catalogue: 'relation' | 'constraint', oid: number): readonly Address[];
  /** The columns of others that a view uses: an address and a name. */
  usedBy(view: number): readonly (readonly [Address, string])[];
  /** The types of a relation's columns, as far as somebody made them. */
  typesOf(relation: number): readonly Address[];
  /** The key or index that a foreign key refers to. */
  keyOf(index: number): Address | undefined;
}

/** The schema whose name is left out of addresses, so that they are the same in every tenant. */
function defaultSchema({ path }: Scope): string {
  return path[0] ?? 'public';
}

const kindOf: Readonly<Record<string, string>> = { r: 'table', v: 'view', S: 'sequence' };

/** Indexes the rows; everything else here looks up and never searches. */
export function sortOut(rows: CatalogueRows, scopes: readonly Scope[]): SortedCatalogue {
  const byPath = new Map(scopes.map((scope) => [scope.path[0], scope]));
  const places = new Map(
    rows.namespaces.flatMap(({ oid, name }): (readonly [number, Place])[] => {
      const scope = byPath.get(name) ?? byPath.get(undefined);
      if (!scope) return [];
      return [[oid, { scope, schema: name, prefix: name === defaultSchema(scope) ? [] : [name] }]];
    }),
  );
  const placeOf = (namespace: number) => {
    const place = places.get(namespace);
    if (!place) throw new TypeError(`schema ${namespace} was not asked for`);
    return place;
  };
  const relations = new Map(rows.relations.map((row) => [row.oid, row]));
  const sequenceRows = rows.sequences.flatMap((sequence) => {
    const relation = relations.get(sequence.oid);
    return relation ? [{ ...relation, sequence }] : [];
  });
  const internal = new Set(rows.sequences.filter((row) => row.internal).map((row) => row.oid));
  const addresses = new Addresses(rows, relations, internal, placeOf);
  const columns = groupBy(rows.columns, (row) => row.relation);
  const byNumber = new Map(rows.columns.map((row) => [`${row.relation}:${row.number}`, row]));
  const columnOf = (relation: number, number: number) => byNumber.get(`${relation}:${number}`);
  const owned = groupBy(sequenceRows, (row) => row.sequence.owner);
  const dependencies = groupBy(rows.dependencies, (row) => `${row.catalogue}:${row.oid}`);
  const ofKind = (kind: string) => rows.relations.filter((row) => row.kind === kind && row.obstacle === null);
  const isKept = ({ relation }: { readonly relation: number }) => addresses.relation(relation) !== undefined;
  return {
    places: [...places.values()],
    tables: ofKind('r'),
    views: ofKind('v'),
    sequences: sequenceRows.filter((row) => !row.sequence.internal),
    constraints: rows.constraints.filter(isKept),
    indexes: rows.indexes.filter((row) => row.constraint === 0 && isKept(row)),
    enums: rows.enums,
    uncovered: [...rows.uncovered, ...obstructed(rows.relations)],
    placeOf,
    columnsOf: (relation) => columns.get(relation) ?? [],
    columnOf,
    sequencesOf: (relation) => owned.get(relation) ?? [],
    relation: (oid) => relations.get(oid),
    addressOf: (relation) => addresses.relation(relation),
    needsOf: (catalogue, oid) => needsOf(catalogue, oid, dependencies.get(`${catalogue}:${oid}`) ?? [], addresses),
    typesOf: (relation) => [
      ...new Set((columns.get(relation) ?? []).flatMap((row) => addresses.type(row.typeOid) ?? [])),
    ],
    usedBy: (view) =>
      (dependencies.get(`relation:${view}`) ?? []).flatMap((row) => {
        const on = row.on === 'relation' && row.column > 0 ? addresses.relation(row.onOid) : undefined;
        const column = columnOf(row.onOid, row.column);
        return on && column ? [[on, column.name] as const] : [];
      }),
    keyOf: (index) => addresses.key(index),
  };
}

function obstructed(relations: readonly RelationRow[]): readonly UncoveredRow[] {
  return relations.flatMap(({ namespace, name, obstacle }) =>
    obstacle === null ? [] : [{ namespace, kind: 'table', name }],
  );
}

function needsOf(
  catalogue: string,
  oid: number,
  dependencies: readonly DependencyRow[],
  addresses: Addresses,
): readonly Address[] {
  const self = catalogue === 'relation' ? addresses.relation(oid) : undefined;
  const needs = new Set<Address>();
  for (const row of dependencies) {
    const on = addresses.of(row);
    if (on !== undefined && on !== self) needs.add(on);
  }
  return [...needs].sort();
}

/** From the server's numbers to addresses. */
class Addresses {
  private readonly relations = new Map<number, Address>();
  private readonly types = new Map<number, Address>();
  private readonly keys = new Map<number, Address>();
  private readonly constraints = new Map<number, Address>();

  constructor(
    rows: CatalogueRows,
    relations: ReadonlyMap<number, RelationRow>,
    internal: ReadonlySet<number>,
    placeOf: (namespace: number) => Place,
  ) {
    for (const { oid, namespace, name, kind, rowType, obstacle } of rows.relations) {
      const known = kindOf[kind];
      if (known === undefined || obstacle !== null || internal.has(oid)) continue;
      const at = address(known, ...placeOf(namespace).prefix, name);
      this.relations.set(oid, at);
      this.types.set(rowType, at);
    }
    for (const { oid, array, namespace, name } of rows.enums) {
      const at = address('postgres/enum', ...placeOf(namespace).prefix, name);
      this.types.set(oid, at);
      this.types.set(array, at);
    }
    for (const { oid, namespace, name } of rows.indexes) {
      this.keys.set(oid, address('index', ...placeOf(namespace).prefix, name));
    }
    for (const { oid, relation, name, type, index } of rows.constraints) {
      const row = relations.get(relation);
      if (!row) continue;
      const at = address('postgres/constraint', ...placeOf(row.namespace).prefix, row.name, name);
      this.constraints.set(oid, at);
      if (type !== 'f' && index !== 0) this.keys.set(index, at);
    }
  }

  relation(oid: number): Address | undefined {
    return this.relations.get(oid);
  }

  type(oid: number): Address | undefined {
    return this.types.get(oid);
  }

  key(index: number): Address | undefined {
    return this.keys.get(index);
  }

  of({ on, onOid }: DependencyRow): Address | undefined {
    if (on === 'relation') return this.relations.get(onOid) ?? this.keys.get(onOid);
    return on === 'type' ? this.types.get(onOid) : this.constraints.get(onOid);
  }
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const of = key(item);
    const members = groups.get(of);
    if (members) members.push(item);
    else groups.set(of, [item]);
  }
  return groups;
}
