import type { Address, Catalogue, Change, ConflictContext, RowConflict, SchemaObject } from '@sync/core';
import { DefinitionReader } from '../documents/reader.js';
import { textOf } from '../documents/text.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import type { ConstraintSpec } from './constraint/spec.js';
import type { TableDelta } from './table/deltas.js';
import type { TableSpec } from './table/spec.js';

type Single<S, D extends TableDelta = TableDelta> = Exclude<Change<S, D>, { verb: 'replace' }>;

const shownAtMost = 5;

/** Rows without a value, in the way of columns that must have one. */
export function tableConflicts(change: Single<TableSpec>, { base }: ConflictContext): readonly RowConflict[] {
  if (change.verb !== 'alter' || !base.has(change.from.address)) return [];
  const at = change.from.address;
  return change.deltas.flatMap(({ type, before, after }) => {
    if (!after?.notNull || before?.notNull) return [];
    const tell = (count: number) => `${placeOf(at, [after.name])}: ${these(count, 'has', 'have')} no value`;
    if (type === 'change-not-null' && before) return [rowsWhere(at, base, `${quoteName(before.name)} IS NULL`, tell)];
    const isFilled = after.default !== undefined || after.identity !== undefined || after.generated !== undefined;
    return type === 'add-column' && !before && !isFilled ? [rowsWhere(at, base, 'TRUE', tell)] : [];
  });
}

/** Rows that a new constraint does not allow. */
export function constraintConflicts(change: Single<ConstraintSpec>, { base }: ConflictContext): readonly RowConflict[] {
  if (change.verb !== 'create' && change.verb !== 'alter') return [];
  const { parent, spec } = change.to;
  if (parent === undefined || !base.has(parent)) return [];
  const reader = new DefinitionReader(spec.definition);
  const where = (columns: readonly string[], condition: string, one: string, many: string): readonly RowConflict[] => [
    rowsWhere(parent, base, condition, (count) => `${placeOf(parent, columns)}: ${these(count, one, many)}`),
  ];
  if (reader.accept('CHECK')) {
    const group = reader.group();
    const ends = `not satisfy ${spec.definition}`;
    return group ? where([], `NOT (${textOf(group, spec.definition)})`, `does ${ends}`, `do ${ends}`) : [];
  }
  if (reader.accept('UNIQUE') || reader.accept('PRIMARY', 'KEY')) {
    const columns = reader.names();
    if (!columns) return [];
    const list = columns.map(quoteName).join(', ');
    const alike = `(${list}) IN (SELECT ${list} FROM ${qualifiedAt(parent)} GROUP BY ${list} HAVING count(*) > 1)`;
    return where(columns, alike, 'shares its values with another', 'share their values with others');
  }
  if (!reader.accept('FOREIGN', 'KEY')) return [];
  const columns = reader.names();
  const target = reader.accept('REFERENCES') ? reader.path() : [];
  const referenced = reader.names();
  if (!columns || !referenced || target.length === 0) return [];
  const table = qualifiedAt(parent);
  const matches = columns.map((name, i) => `other.${quoteName(referenced[i] ?? '')} = ${table}.${quoteName(name)}`);
  const given = columns.map((name) => `${quoteName(name)} IS NOT NULL`);
  const other = target.map(quoteName).join('.');
  const missing = `NOT EXISTS (SELECT 1 FROM ${other} AS other WHERE ${matches.join(' AND ')})`;
  const ends = `to no row of "${target.at(-1) ?? ''}"`;
  return where(columns, [...given, missing].join(' AND '), `refers ${ends}`, `refer ${ends}`);
}

function rowsWhere(at: Address, base: Catalogue, where: string, tell: RowConflict['tell']): RowConflict {
  const from = qualifiedAt(at);
  const key = keyOf(at, base).map((name) => `${quoteText(`${name} `)} || ${quoteName(name)}::text`);
  const row = key.length > 0 ? key.join(" || ', ' || ") : "'row at ' || ctid::text";
  return {
    tell,
    count: { text: `SELECT count(*) AS "count" FROM ${from} WHERE ${where}` },
    first: { text: `SELECT ${row} AS "row" FROM ${from} WHERE ${where} ORDER BY 1 LIMIT ${shownAtMost}` },
    show: `SELECT * FROM ${from} WHERE ${where};`,
  };
}

function keyOf(at: Address, base: Catalogue): readonly string[] {
  const constraints = base.children(at).filter(({ kind }) => kind === 'postgres/constraint');
  const key = (constraints as readonly SchemaObject<ConstraintSpec>[]).find(({ spec }) => spec.type === 'primary key');
  const reader = new DefinitionReader(key?.spec.definition ?? '');
  return (reader.accept('PRIMARY', 'KEY') && reader.names()) || [];
}

function placeOf(at: Address, columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return `table "${shown({ address: at })}"${columns.length === 0 ? '' : `, ${columns.length === 1 ? 'column' : 'columns'} ${names}`}`;
}

function these(count: number, one: string, many: string): string {
  return count === 1 ? `1 row ${one}` : `${count} rows ${many}`;
}
