import { Cursor, inParentheses, isSymbol, isWord, splitAtCommas, unreadable } from '../text/cursor.js';
import { readConflict, readKeyParts, readNames, readReferences } from './clauses.js';
import { ColumnReader } from './column.js';
import { ConstraintNames } from './constraint-names.js';
import type { RawColumn, RawConstraint, RawTable } from './raw-table.js';

const tableConstraints = ['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN'] as const;

/** Reads the text of a CREATE TABLE that a server has accepted. */
export function readCreateTable(text: string): RawTable {
  const cursor = Cursor.over(text);
  cursor.expect('CREATE');
  if (!cursor.accept('TEMP')) cursor.accept('TEMPORARY');
  cursor.expect('TABLE');
  cursor.accept('IF', 'NOT', 'EXISTS');
  const name = cursor.qualifiedName();
  const columns: RawColumn[] = [];
  const names = new ConstraintNames();
  const constraints: RawConstraint[] = [];
  for (const part of splitAtCommas(cursor.group())) {
    const first = part[0];
    if (!first) throw unreadable('an empty definition between two commas');
    if (tableConstraints.some((word) => isWord(first, word)))
      constraints.push(...readTableConstraints(new Cursor(part), names));
    else {
      const { column, constraints: own } = new ColumnReader(part, names).read();
      columns.push(column);
      constraints.push(...own);
    }
  }
  const options = readOptions(cursor);
  return {
    name,
    columns,
    constraints,
    names: names.all,
    ...(names.repeats && { repeats: true }),
    strict: options.has('STRICT'),
    withoutRowid: options.has('WITHOUT ROWID'),
  };
}

function readOptions(cursor: Cursor): ReadonlySet<string> {
  const options = new Set<string>();
  while (!cursor.done) {
    if (isSymbol(cursor.peek(), ',') || isSymbol(cursor.peek(), ';')) cursor.next();
    else if (cursor.accept('STRICT')) options.add('STRICT');
    else {
      cursor.expect('WITHOUT', 'ROWID');
      options.add('WITHOUT ROWID');
    }
  }
  return options;
}

/** SQLite lets the commas between table constraints be left out, so one part may hold several. */
function readTableConstraints(cursor: Cursor, names: ConstraintNames): RawConstraint[] {
  const constraints: RawConstraint[] = [];
  let name: string | undefined;
  while (!cursor.done) {
    if (cursor.accept('CONSTRAINT')) {
      if (name !== undefined) names.repeats = true;
      name = names.add(cursor.name());
      continue;
    }
    constraints.push({ ...readTableConstraint(cursor), ...(name !== undefined && { name }) });
    name = undefined;
  }
  return constraints;
}

function readTableConstraint(cursor: Cursor): RawConstraint {
  if (cursor.accept('PRIMARY', 'KEY')) {
    const inside = new Cursor(cursor.group());
    const tokens = inside.rest();
    const autoincrement = isWord(tokens.at(-1), 'AUTOINCREMENT');
    const terms = autoincrement ? tokens.slice(0, -1) : tokens;
    return { type: 'primary-key', parts: readTerms(terms), autoincrement, ...readConflict(cursor) };
  }
  if (cursor.accept('UNIQUE')) return { type: 'unique', parts: readKeyParts(cursor), ...readConflict(cursor) };
  if (cursor.accept('CHECK')) {
    const tokens = cursor.group();
    readConflict(cursor);
    return { type: 'check', tokens };
  }
  cursor.expect('FOREIGN', 'KEY');
  const columns = readNames(cursor);
  cursor.expect('REFERENCES');
  return readReferences(cursor, columns);
}

function readTerms(tokens: RawColumn['type']): ReturnType<typeof readKeyParts> {
  return readKeyParts(new Cursor(inParentheses(tokens)));
}
