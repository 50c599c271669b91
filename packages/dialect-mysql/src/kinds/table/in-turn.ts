import type { Lexis } from '@sync/core';
import { foldMember } from '../../text/names.js';
import { namesIn } from './rename-columns.js';
import type { ColumnSpec } from './spec.js';

/** A column that goes (without `to`), comes (without `from`) or stays and is another. */
export interface ChangeOfColumn {
  readonly from?: ColumnSpec;
  readonly to?: ColumnSpec;
}

/** Columns as they come where one is computed from others: it goes before those, and comes after them. The others stay in their order. */
export function inTurn<T extends ChangeOfColumn>(changes: readonly T[], lexis: Lexis): readonly T[] {
  const coming = new Map(changes.flatMap((change) => (isComing(change) ? [[nameOf(change), change] as const] : [])));
  const readers = new Map<string, T[]>();
  for (const change of changes) {
    for (const name of readBy(change.from, lexis)) readers.set(name, [...(readers.get(name) ?? []), change]);
  }
  const done = new Set<T>();
  const visit = (change: T): readonly T[] => {
    if (done.has(change)) return [];
    done.add(change);
    const leaving = change.to ? [] : (readers.get(nameOf(change)) ?? []);
    const reading = readBy(change.to, lexis).flatMap((name) => coming.get(name) ?? []);
    return [...[...leaving, ...reading].flatMap(visit), change];
  };
  return changes.flatMap(visit);
}

function isComing({ from }: ChangeOfColumn): boolean {
  return from === undefined;
}

function nameOf({ from, to }: ChangeOfColumn): string {
  return foldMember((to ?? from)?.name ?? '');
}

/** What the value of a column is made from. */
function readBy(column: ColumnSpec | undefined, lexis: Lexis): readonly string[] {
  const texts = [column?.generated?.as, column?.default, column?.check];
  return texts.flatMap((text) => (text === undefined ? [] : namesIn(text, lexis)));
}
