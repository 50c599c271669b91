import { byCodeUnit, equalJson, type Json } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { foldMember } from '../../text/names.js';
import { namesIn } from './rename-columns.js';
import { type IndexSpec, primary, type TableSpec } from './spec.js';

type Rules = Pick<TableSpec, 'indexes' | 'foreignKeys' | 'checks'>;

/** What both shapes ask for, and what the old one asks of columns that the new one does not have. What only the new one asks for waits until all writers know of it. */
export function servedRules(old: TableSpec, next: TableSpec, { executedComments }: Flavour): Rules {
  const lexis = lexisWith(executedComments);
  const there = new Set(next.columns.map(({ name }) => foldMember(name)));
  const isOfGone = (columns: readonly string[]) => columns.some((name) => !there.has(foldMember(name)));
  const said = <T extends { readonly name: string }>({ name, ...rest }: T) => rest as unknown as Json;
  const both = <T extends { readonly name: string }>(
    items: readonly T[],
    others: readonly T[],
    columnsOf: (item: T) => readonly string[],
  ) => items.filter((item) => isOfGone(columnsOf(item)) || others.some((other) => equalJson(said(other), said(item))));
  const columnsOf = ({ parts }: IndexSpec) =>
    parts.flatMap(({ column, expression }) => [
      ...(column === undefined ? [] : [column]),
      ...(expression === undefined ? [] : namesIn(expression, lexis)),
    ]);
  return {
    indexes: servedIndexes(old.indexes, next.indexes, (index) => isOfGone(columnsOf(index))),
    foreignKeys: both(old.foreignKeys, next.foreignKeys, ({ columns }) => columns),
    checks: both(old.checks, next.checks, ({ expression }) => namesIn(expression, lexis)),
  };
}

/** Of one name there is the old one, unless values need not be unique any more. */
function servedIndexes(
  old: readonly IndexSpec[],
  next: readonly IndexSpec[],
  isOfGone: (index: IndexSpec) => boolean,
): readonly IndexSpec[] {
  const names = new Set(old.map(({ name }) => foldMember(name)));
  const wanted = new Map(next.map((index) => [foldMember(index.name), index]));
  const stay = old.flatMap((index) => {
    if (!index.unique || index.name === primary || isOfGone(index)) return [index];
    const after = wanted.get(foldMember(index.name));
    if (!after?.unique) return after ? [after] : [];
    return equalJson(after.parts as unknown as Json, index.parts as unknown as Json) ? [index] : [];
  });
  const come = next.filter((index) => !index.unique && !names.has(foldMember(index.name)));
  return [...stay, ...come].sort((a, b) => byCodeUnit(foldMember(a.name), foldMember(b.name)));
}
