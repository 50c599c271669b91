import { type Delta, equalJson, type Json, type SchemaObject } from '@sync/core';
import { isSameQuery } from './query.js';
import type { ViewColumn, ViewSpec } from './spec.js';

type View = SchemaObject<ViewSpec>;

/** The columns of the one, under the names that they have in the other. */
function renamedColumns(from: View, renamed: ReadonlyMap<string, string>): readonly ViewColumn[] {
  const names = new Map([...renamed].map(([to, old]) => [old, to]));
  return from.spec.columns.map((column) => ({ ...column, name: names.get(column.name) ?? column.name }));
}

/** The columns that are renamed, as the server is told. */
export function renameDeltas(from: View, to: View, renamed: ReadonlyMap<string, string>): readonly Delta[] {
  return to.spec.columns.flatMap(({ name }): readonly Delta[] => {
    const old = renamed.get(name);
    if (old === undefined || !from.spec.columns.some((column) => column.name === old)) return [];
    return [{ type: 'rename-column', path: ['columns', name], from: old, to: name }];
  });
}

/**
 * What stands between two queries and the columns of their answers: undefined where the server cannot put the one in the place of the other, since columns are
 * missing, are of other types or trade places.
 */
export function queryDeltas(from: View, to: View, renamed: ReadonlyMap<string, string>): readonly Delta[] | undefined {
  const before = renamedColumns(from, renamed);
  const fits = before.every((column, i) => isSameColumn(column, to.spec.columns[i]));
  if (!fits) return undefined;
  const added = to.spec.columns.slice(before.length);
  const isSame = added.length === 0 && isSameQuery(from.spec.select, to.spec.select, renamed);
  return [
    ...renameDeltas(from, to, renamed),
    ...added.map(({ name, type }): Delta => ({ type: 'add-column', path: ['columns', name], to: `${name} ${type}` })),
    ...(isSame
      ? []
      : [{ type: 'change-query', path: ['select'], from: from.spec.select, to: to.spec.select } as const]),
  ];
}

function isSameColumn(a: ViewColumn, b: ViewColumn | undefined): boolean {
  return a.name === b?.name && a.type === b.type && a.collation === b.collation;
}

/** What inserts put into columns for which they have no value. */
export function defaultDeltas(from: View, to: View, renamed: ReadonlyMap<string, string>): readonly Delta[] {
  const before = new Map(renamedColumns(from, renamed).map((column) => [column.name, column.default]));
  return to.spec.columns.flatMap((column): readonly Delta[] => {
    const old = before.get(column.name);
    if (old === column.default) return [];
    const path = ['columns', column.name, 'default'];
    return [{ type: 'change-default', path, from: old ?? null, to: column.default ?? null }];
  });
}

/** Options and storage parameters. */
export function optionDeltas(from: View, to: View): readonly Delta[] {
  const [before, after]: readonly Json[] = [[...(from.spec.options ?? [])], [...(to.spec.options ?? [])]];
  if (before === undefined || after === undefined || equalJson(before, after)) return [];
  return [{ type: 'change-options', path: ['options'], from: before, to: after }];
}
