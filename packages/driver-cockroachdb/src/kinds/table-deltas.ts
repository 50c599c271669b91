import { canonicalJson, type Delta, type Json, type SchemaObject } from '@sync/core';
import { type ColumnSpec, leftAsFound, type TableSpec } from '../read/specs.js';
import { mentionsColumn } from './follow.js';
import { printColumn } from './print-table.js';

/** A difference of two tables, with the columns themselves beside what people are shown. */
export interface TableDelta extends Delta {
  readonly before?: ColumnSpec;
  readonly after?: ColumnSpec;
}

type Table = SchemaObject<TableSpec>;

/** What stands between two tables, in the order in which it is done: computed columns go before what they are computed from changes, and come when that is there. */
export function tableDeltas(from: Table, to: Table, renamed: ReadonlyMap<string, string>): readonly TableDelta[] {
  const before = new Map(from.spec.columns.map((column) => [column.name, column]));
  const pairs = to.spec.columns.map((after) => {
    const old = before.get(after.name) ?? before.get(renamed.get(after.name) ?? '');
    return { old, after };
  });
  const kept = new Set(pairs.flatMap(({ old }) => (old ? [old.name] : [])));
  const changed = new Set(pairs.flatMap(({ old, after }) => (old && old.type !== after.type ? [old.name] : [])));
  const remade = pairs.filter(({ old, after }) => old && isRemade(old, after, changed));
  const gone = [
    ...from.spec.columns.filter(({ name }) => !kept.has(name)),
    ...remade.flatMap(({ old }) => (old ? [old] : [])),
  ];
  const added = [...pairs.filter(({ old }) => !old), ...remade].map(({ after }) => after);
  const first = (columns: readonly ColumnSpec[]) =>
    [...columns].sort((a, b) => Number(b.generated !== undefined) - Number(a.generated !== undefined));
  return [
    ...pairs.flatMap(({ old, after }) => (old && old.name !== after.name ? [rename(old, after)] : [])),
    ...first(gone).map(drop),
    ...pairs.flatMap(({ old, after }) => (old && !isRemade(old, after, changed) ? facetDeltas(old, after) : [])),
    ...inTableOrder(added, to).map(add),
    ...propertyDeltas(from, to),
  ];
}

/** An expression cannot be changed, and a column that it is computed from takes no other type: nothing is lost by dropping what is computed. */
function isRemade(old: ColumnSpec, after: ColumnSpec, changed: ReadonlySet<string>): boolean {
  if (!old.generated) return after.generated !== undefined;
  if (!after.generated) return !old.generated.stored;
  if (canonicalJson({ ...old.generated }) !== canonicalJson({ ...after.generated }) || old.type !== after.type)
    return true;
  return [...changed].some((name) => mentionsColumn(old.generated?.as ?? '', name));
}

function rename(old: ColumnSpec, after: ColumnSpec): TableDelta {
  return { type: 'rename-column', path: ['columns', after.name], from: old.name, to: after.name, before: old, after };
}

function drop(before: ColumnSpec): TableDelta {
  return { type: 'drop-column', path: ['columns', before.name], from: printColumn(before), before };
}

function add(after: ColumnSpec): TableDelta {
  return { type: 'add-column', path: ['columns', after.name], to: printColumn(after), after };
}

function inTableOrder(columns: readonly ColumnSpec[], { layout }: Table): readonly ColumnSpec[] {
  const order = new Map(
    ((layout as { columns?: readonly string[] } | undefined)?.columns ?? []).map((name, i) => [name, i]),
  );
  const place = ({ name }: ColumnSpec) => order.get(name) ?? 0;
  const computed = ({ generated }: ColumnSpec) => Number(generated !== undefined);
  return [...columns].sort((a, b) => computed(a) - computed(b) || place(a) - place(b));
}

/** In the order in which they are done: a default that the old type has goes first, and one that the new type has comes last. */
const facets = {
  generated: ({ generated }: ColumnSpec) =>
    generated ? `${generated.as} ${generated.stored ? 'STORED' : 'VIRTUAL'}` : null,
  type: ({ type, collation }: ColumnSpec) => (collation === undefined ? type : `${type} COLLATE ${collation}`),
  default: ({ default: value }: ColumnSpec) => value ?? null,
  'on-update': ({ onUpdate }: ColumnSpec) => onUpdate ?? null,
  'not-null': ({ notNull }: ColumnSpec) => notNull,
  visibility: ({ hidden }: ColumnSpec) => !hidden,
  identity: ({ identity }: ColumnSpec) => (identity ? { ...identity } : null) as Json,
} as const;

function facetDeltas(before: ColumnSpec, after: ColumnSpec): readonly TableDelta[] {
  return (Object.keys(facets) as (keyof typeof facets)[]).flatMap((facet): readonly TableDelta[] => {
    const [was, is] = [facets[facet](before), facets[facet](after)];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    return [{ type: `change-${facet}`, path: ['columns', after.name, facet], from: was, to: is, before, after }];
  });
}

function propertyDeltas(from: Table, to: Table): readonly TableDelta[] {
  const of = (table: Table, handle: string) => table.extras[handle] ?? null;
  const all: readonly TableDelta[] = [
    { type: 'change-options', path: ['options'], from: from.spec.options ?? [], to: to.spec.options ?? [] },
    ...Object.entries(leftAsFound).map(([name, handle]): TableDelta => {
      return { type: `change-${name}`, path: [handle], from: of(from, handle), to: of(to, handle) };
    }),
    { type: 'change-families', path: ['families'], from: familiesOf(from), to: familiesOf(to) },
  ];
  return all.filter((delta) => canonicalJson(delta.from ?? null) !== canonicalJson(delta.to ?? null));
}

function familiesOf({ spec }: Table): Json {
  return (spec.families ?? []).map(({ name, columns }) => ({ name, columns: [...columns] }));
}
