import { type Address, address } from '@sync/core';
import type { Cursor } from '../text/cursor.js';
import { addressOfTable, placeOf } from './read-constraint.js';

/** A comment, and what it may be of: where the server does not tell tables from views, the first that is there. */
export interface Remark {
  readonly on: readonly Address[];
  readonly column?: string;
  readonly text: string;
}

/** Reads a comment from behind COMMENT ON; none where it takes one away. */
export function readComment(cursor: Cursor): readonly Remark[] {
  const target = targetOf(cursor);
  cursor.requires('IS');
  const literal = cursor.next();
  if (literal === 'NULL') return [];
  return [{ ...target, text: textIn(literal) }];
}

function targetOf(cursor: Cursor): Omit<Remark, 'text'> {
  if (cursor.takes('COLUMN')) {
    const path = cursor.path();
    return { on: relations(path.slice(0, -1)), column: path.at(-1) ?? '' };
  }
  if (cursor.takes('INDEX')) {
    const path = cursor.path();
    const within = [...placeOf(path), path.at(-1) ?? '', cursor.nameAtTable() ?? ''];
    return { on: [address('index', ...within), address('postgres/constraint', ...within)] };
  }
  if (cursor.takes('CONSTRAINT')) {
    const name = cursor.name();
    cursor.requires('ON');
    const path = cursor.path();
    const within = [...placeOf(path), path.at(-1) ?? '', name];
    return { on: [address('postgres/constraint', ...within), address('index', ...within)] };
  }
  if (cursor.takes('SCHEMA')) return { on: [address('schema', cursor.name())] };
  if (cursor.takes('TYPE')) {
    const path = cursor.path();
    const names = [...placeOf(path), path.at(-1) ?? ''];
    return { on: [address('postgres/enum', ...names), address('postgres/composite-type', ...names)] };
  }
  cursor.requires('TABLE');
  return { on: relations(cursor.path()) };
}

function relations(path: readonly string[]): readonly Address[] {
  const names = [...placeOf(path), path.at(-1) ?? ''];
  const others = ['view', 'postgres/materialized-view', 'sequence'].map((kind) => address(kind, ...names));
  return [addressOfTable(path), ...others];
}

function textIn(literal: string): string {
  const inner = literal.slice(literal.indexOf("'") + 1, -1).replaceAll("''", "'");
  if (!/^e'/i.test(literal)) return inner;
  return inner.replace(/\\(.)/gs, (_, c: string) => ({ n: '\n', t: '\t', r: '\r' })[c] ?? c);
}
