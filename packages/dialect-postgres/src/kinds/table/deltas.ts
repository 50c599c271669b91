import { type CompareContext, canonicalJson, equalJson, type Json, partsOf, type SchemaObject } from '@sync/core';
import { mentionsColumn } from '../../text/rename-in.js';
import { castBetween } from '../cast/between.js';
import { isNarrower } from '../sequence/other-bounds.js';
import { descent, withoutStaying } from './descent.js';
import { type Facet, facetOf, overridable } from './facets.js';
import { identityTexts } from './identity-text.js';
import { printColumn } from './print.js';
import { type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';
import { hasCast } from './type-cast.js';
import { typeChange } from './type-change.js';
import { alongType } from './typed.js';

interface Pair {
  readonly before: ColumnSpec;
  readonly after: ColumnSpec;
}

/** What the server can do by itself, and the states, in which people may have made casts. */
type Ways = Pick<CompareContext, 'states'> & { readonly features: ReadonlySet<string> };

/**
 * What stands between two tables, in the order in which the server takes it: computed columns go before anything changes that they may be computed from, and come
 * when all of it is there.
 */
export function tableDeltas(
  from: SchemaObject<TableSpec>,
  to: SchemaObject<TableSpec>,
  renamed: ReadonlyMap<string, string>,
  known: Ways,
): readonly TableDelta[] {
  const ways = { ...known, features: featuresFor(from, known.features) };
  if (from.spec.ofType !== undefined || to.spec.ofType !== undefined) {
    const columns = columnsBetween(columnsInOrder(from), columnsInOrder(to), renamed, ways);
    const deltas = [...parentDeltas('drop-parent', from.spec, to.spec), ...alongType(from.spec, to.spec, columns)];
    return [...deltas, ...parentDeltas('add-parent', to.spec, from.spec), ...propertyDeltas(from.spec, to.spec)];
  }
  if (equalJson(from.spec.parents ?? null, to.spec.parents ?? null)) {
    const { before, after, deltas } = descent(from, to);
    const moved = new Set(deltas.map(({ path }) => path[1]));
    return [
      ...deltas,
      ...columnsBetween([...from.spec.columns, ...before], [...to.spec.columns, ...after], renamed, ways),
      ...overrideDeltas(from, to).filter(({ path }) => !moved.has(path[1])),
      ...propertyDeltas(from.spec, to.spec),
    ];
  }
  // What changes in the table above changes in its partition while that is still one.
  if (isRebound(from.spec, to.spec)) {
    return [
      ...columnsBetween(from.spec.columns, to.spec.columns, renamed, ways),
      ...overrideDeltas(from, to),
      ...parentDeltas('drop-parent', from.spec, to.spec),
      ...parentDeltas('add-parent', to.spec, from.spec),
      ...propertyDeltas(from.spec, to.spec),
    ];
  }
  // Between leaving one table and joining another all columns are its own, but for those of a table that is above all along.
  const { before, after, stays } = withoutStaying(from, to);
  return [
    ...parentDeltas('drop-parent', from.spec, to.spec),
    ...columnsBetween(before, after, renamed, ways),
    ...overrideDeltas(from, to).filter(({ path }) => stays.has(path[1] ?? '')),
    ...parentDeltas('add-parent', to.spec, from.spec),
    ...propertyDeltas(from.spec, to.spec),
  ];
}

/** Whether a partition only gets other bounds. */
function isRebound({ parents: before = [] }: TableSpec, { parents: after = [] }: TableSpec): boolean {
  const [was, is] = [before[0], after[0]];
  return was?.table === is?.table && was?.bound !== undefined && is?.bound !== undefined;
}

function parentDeltas(
  type: 'add-parent' | 'drop-parent',
  { parents = [] }: TableSpec,
  other: TableSpec,
): readonly TableDelta[] {
  return parents
    .filter((parent) => !other.parents?.some((each) => equalJson(each, parent)))
    .map((parent) => {
      const { parts } = partsOf(parent.table);
      const text = `${parts.join('.')}${parent.bound === undefined ? '' : ` ${parent.bound}`}`;
      return { type, path: ['parents', ...parts], [type === 'add-parent' ? 'to' : 'from']: text, parent };
    });
}

/** What columns that come from other tables have of their own. */
function overrideDeltas(from: SchemaObject<TableSpec>, to: SchemaObject<TableSpec>): readonly TableDelta[] {
  const [old, next] = [from, to].map(
    ({ spec: { overrides = [] } }) => new Map(overrides.map(({ name, facets }) => [name, facets])),
  );
  const [before, after] = [from, to].map((table) => new Map(columnsInOrder(table).map((each) => [each.name, each])));
  return [...new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])])].flatMap((name) => {
    const is = after?.get(name);
    // A column that comes along with the table above has nothing of its own yet.
    const was = before?.get(name) ?? (is && { name, type: is.type, notNull: false });
    if (!is) return goneOverrides(name, old?.get(name) ?? {});
    if (!was) return [];
    return facetsInOrder(was, is).flatMap((facet): readonly TableDelta[] => {
      const [a, b] = [old?.get(name)?.[facet], next?.get(name)?.[facet]];
      if (!overridable.includes(facet) || equalJson(a, b)) return [];
      const found = facetDelta(facet, { before: was, after: is });
      if (found.length > 0) return found;
      // It stays as it is while the other table's changes, which would change it, too, or comes to be the same.
      const value = json(facetOf[facet](is));
      return [{ type: `change-${facet}`, path: ['columns', is.name, facet], to: value, before: was, after: is }];
    });
  });
}

/** What goes with a column that the table above loses. */
function goneOverrides(name: string, facets: Readonly<Record<string, Json>>): readonly TableDelta[] {
  return Object.entries(facets).map(([facet, value]) => {
    return { type: 'drop-override', path: ['columns', name, facet], from: value, to: null };
  });
}

function columnsBetween(
  from: readonly ColumnSpec[],
  to: readonly ColumnSpec[],
  renamed: ReadonlyMap<string, string>,
  ways: Ways,
): readonly TableDelta[] {
  const old = new Map(from.map((column) => [column.name, column]));
  // The server may have renamed a column by then, with the attribute of the type that its table is of.
  const all = to.map((after) => ({ after, before: old.get(renamed.get(after.name) ?? '') ?? old.get(after.name) }));
  const pairs = all.flatMap(({ before, after }) => (before ? [{ before, after }] : []));
  const kept = new Set(pairs.map(({ before }) => before.name));
  const retyped = pairs.filter(isRetyped).map(({ after }) => after.name);
  const gone = from.filter((column) => !kept.has(column.name)).map(({ name }) => name);
  const isRewritten = (pair: Pair) =>
    ways.features.has(expressionFeature(pair)) &&
    isRecomputed(pair) &&
    !mentionsAny(pair.before, [...gone, ...retyped]);
  const remade = new Set(
    pairs.filter((pair) => isRemade(pair, retyped, ways) && !isRewritten(pair)).map(({ after }) => after.name),
  );
  const stays = pairs.filter(({ after }) => !remade.has(after.name));
  const dropped = [
    ...from.filter((column) => !kept.has(column.name)),
    ...pairs.flatMap(({ before, after }) => (remade.has(after.name) ? [{ ...before, name: after.name }] : [])),
  ];
  const added = all.flatMap(({ before, after }) => (before && !remade.has(after.name) ? [] : [after]));
  const isComputed = ({ generated }: ColumnSpec) => generated !== undefined;
  return [
    ...pairs.flatMap(renameDelta),
    ...stays.flatMap(freedDelta),
    ...inTwo(dropped, isComputed)
      .flat()
      .map((column) => dropDelta(column, added)),
    ...stays.flatMap(columnDeltas),
    ...inTwo(added, (column) => !isComputed(column))
      .flat()
      .map(addDelta),
    ...stays.filter(isRecomputed).map(expressionDelta),
  ];
}

/** Whether the server makes a column anew as one of another type, with which go how its values were stored. */
export function isRetyped({ before, after }: Pair): boolean {
  return before.type !== after.type || before.collation !== after.collation;
}

/** The server changes no expression of a computed column, and no type of what one is computed from: it is made again. */
function isRemade({ before, after }: Pair, retyped: readonly string[], ways: Ways): boolean {
  const { generated } = after;
  if (!generated) {
    return (before.generated !== undefined && !before.generated.stored) || isWithoutCast(before, after, ways);
  }
  if (canonicalJson(json(before.generated)) !== canonicalJson(json(generated))) return true;
  return before.type !== after.type || retyped.some((name) => mentionsColumn(generated.as, name));
}

/** The server gives another expression to stored columns from 17 on, and to virtual ones from 18 on. */
function expressionFeature({ after }: Pair): string {
  return after.generated?.stored ? 'expression-change' : virtualChange;
}

const virtualChange = 'virtual-expression-change';

/** What the server can do with a table: it changes no expression of a virtual column beside a check. */
function featuresFor({ layout }: SchemaObject<TableSpec>, features: ReadonlySet<string>): ReadonlySet<string> {
  if (!(layout as unknown as TableLayout).checked) return features;
  return new Set([...features].filter((feature) => feature !== virtualChange));
}

/** Whether a computed column only gets another expression. */
function isRecomputed({ before, after }: Pair): boolean {
  const [was, is] = [before.generated, after.generated];
  return was !== undefined && was.stored === is?.stored && was.as !== is.as && !isRetyped({ before, after });
}

function mentionsAny({ generated }: ColumnSpec, names: readonly string[]): boolean {
  return generated !== undefined && names.some((name) => mentionsColumn(generated.as, name));
}

/** What it is computed from may be new. */
function expressionDelta({ before, after }: Pair): TableDelta {
  const path = ['columns', after.name, 'generated'];
  return {
    type: 'change-expression',
    path,
    from: json(before.generated?.as),
    to: json(after.generated?.as),
    before,
    after,
  };
}

function isWithoutCast(before: ColumnSpec, after: ColumnSpec, { features, states }: Ways): boolean {
  if (before.type === after.type) return false;
  if (states && castBetween(before.type, after.type, states)) return false;
  return typeChange(before.type, after.type) !== 'free' && !hasCast(before.type, after.type, features);
}

function inTwo<T>(items: readonly T[], test: (item: T) => boolean): readonly (readonly T[])[] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function renameDelta({ before, after }: Pair): readonly TableDelta[] {
  if (before.name === after.name) return [];
  return [{ type: 'rename-column', path: ['columns', after.name], from: before.name, to: after.name }];
}

/** A computed column that becomes an ordinary one keeps its values. */
function freedDelta({ before, after }: Pair): readonly TableDelta[] {
  if (!before.generated || after.generated) return [];
  const path = ['columns', after.name, 'generated'];
  return [{ type: 'change-generated', path, from: json(before.generated), to: null, before, after }];
}

/** A column that comes back with another type says so, since nobody renamed it. */
function dropDelta(column: ColumnSpec, added: readonly ColumnSpec[]): TableDelta {
  const again = added.find(({ name, type, generated }) => name === column.name && type !== column.type && !generated);
  const path = ['columns', column.name];
  return { type: 'drop-column', path, from: printColumn(column), before: column, ...(again && { after: again }) };
}

function addDelta(column: ColumnSpec): TableDelta {
  return { type: 'add-column', path: ['columns', column.name], to: printColumn(column), after: column };
}

/**
 * What changes of a column one by one, in the order in which that works: a default and an identity make way for a type that they would not fit, and come when it is
 * there, or before it is where that is narrower; an identity allows no nulls and no default beside it.
 */
function facetsInOrder(before: ColumnSpec, after: ColumnSpec): readonly Facet[] {
  const early = (facet: Facet) =>
    facetOf[facet](after) === undefined || (facet === 'identity' && isCountedLess(before, after));
  const sooner = (['identity', 'default'] as const).filter(early);
  const notNull: Facet = 'not-null';
  const later = (['identity', 'default'] as const).filter((facet) => !early(facet));
  const middle: readonly Facet[] = before.notNull ? [...later, notNull] : [notNull, ...later];
  return [
    ...sooner,
    'type',
    'collation',
    ...middle,
    'not-null-constraint',
    'storage',
    'compression',
    'statistics',
    'column-options',
    'owns',
  ];
}

/** Whether a column counts less far, as its type does: what it has counted and is to begin with has to fit by then. */
function isCountedLess({ identity: was }: ColumnSpec, { identity: is }: ColumnSpec): boolean {
  return was !== undefined && is !== undefined && isNarrower(is.options.type, was.options.type);
}

function columnDeltas({ before, after }: Pair): readonly TableDelta[] {
  return facetsInOrder(before, after).flatMap((facet) => facetDelta(facet, { before, after }));
}

function facetDelta(facet: Facet, { before, after }: Pair): readonly TableDelta[] {
  const [was, is] = [json(facetOf[facet](before)), json(facetOf[facet](after))];
  if (canonicalJson(was) === canonicalJson(is)) return [];
  const [old, next] = facet === 'identity' ? identityTexts(before.identity, after.identity) : [was, is];
  return [{ type: `change-${facet}`, path: ['columns', after.name, facet], from: old, to: next, before, after }];
}

function propertyDeltas(from: TableSpec, to: TableSpec): readonly TableDelta[] {
  const all = [
    { type: 'change-unlogged', path: ['unlogged'], from: from.unlogged ?? false, to: to.unlogged ?? false },
    { type: 'change-options', path: ['options'], from: from.options ?? [], to: to.options ?? [] },
    {
      type: 'change-row-security',
      path: ['rowSecurity'],
      from: from.rowSecurity ?? false,
      to: to.rowSecurity ?? false,
    },
    {
      type: 'change-forced-row-security',
      path: ['forcedRowSecurity'],
      from: from.forcedRowSecurity ?? false,
      to: to.forcedRowSecurity ?? false,
    },
    {
      type: 'change-replica-identity',
      path: ['replicaIdentity'],
      from: from.replicaIdentity ?? null,
      to: to.replicaIdentity ?? null,
    },
  ] as const;
  return all.filter((delta) => canonicalJson(delta.from) !== canonicalJson(delta.to));
}

function json(value: unknown): Json {
  return (value ?? null) as Json;
}
