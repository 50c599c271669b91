import { Cursor } from '../text/cursor.js';
import type { ColumnSpec } from './specs.js';

const afterType = ['NOT', 'NULL', 'DEFAULT', 'ON', 'AS', 'GENERATED', 'VISIBLE'];

/** Reads a column as CREATE TABLE has it. */
export function readColumn(text: string): ColumnSpec {
  const cursor = new Cursor(text);
  const name = cursor.name();
  const type = cursor.until((each) => afterType.some((word) => each.sees(word)));
  return { name, type, notNull: false, ...readFacts(cursor) };
}

function readFacts(cursor: Cursor): Partial<ColumnSpec> {
  const facts: { -readonly [K in keyof ColumnSpec]?: ColumnSpec[K] } = {};
  while (!cursor.isAtEnd) {
    if (cursor.takes('NOT', 'VISIBLE')) facts.hidden = true;
    else if (cursor.takes('NOT', 'NULL')) facts.notNull = true;
    else if (cursor.takes('NULL')) facts.notNull = false;
    // Nothing but ON UPDATE is printed behind a default: words of the expression itself end nothing.
    else if (cursor.takes('DEFAULT')) facts.default = cursor.until((each) => each.sees('ON', 'UPDATE'));
    else if (cursor.takes('ON', 'UPDATE')) facts.onUpdate = cursor.rest();
    else if (cursor.takes('AS')) facts.generated = readGenerated(cursor);
    else if (cursor.takes('GENERATED')) Object.assign(facts, readIdentity(cursor));
    else cursor.requires('NOT');
  }
  return facts;
}

function readGenerated(cursor: Cursor): NonNullable<ColumnSpec['generated']> {
  const as = cursor.inParentheses();
  const stored = cursor.takes('STORED');
  if (!stored) cursor.requires('VIRTUAL');
  return { as, stored };
}

function readIdentity(cursor: Cursor): Partial<ColumnSpec> {
  const always = cursor.takes('ALWAYS');
  if (!always) cursor.requires('BY', 'DEFAULT');
  cursor.requires('AS');
  // GENERATED ALWAYS AS (…) STORED is the standard's way to say AS (…) STORED.
  if (!cursor.takes('IDENTITY')) return { generated: readGenerated(cursor) };
  return { identity: { always, options: cursor.sees('(') ? cursor.inParentheses() : '' } };
}
