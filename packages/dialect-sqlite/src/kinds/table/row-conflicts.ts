import type { Change, ConflictContext, RowConflict } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { distinctColumn } from '../equal-rows.js';
import { keyOf, placeOf, type RowSource, repeated, rowsAlike, rowsOf, rowsWhere, these } from '../row-conflicts.js';
import { tableAddress } from './build.js';
import type { TableDifference } from './difference.js';
import { differenceIn } from './rebuild-order.js';
import { isFilled } from './recomputed.js';
import { type ForeignKeySpec, isTable, type KeyPart, type TableSpec } from './spec.js';

/** What rows can have that the new form of their table does not take. */
export function tableConflicts(difference: TableDifference, context: ConflictContext): readonly RowConflict[] {
  const rows = rowsAsNamed(difference, context);
  return [
    ...missingValues(difference, rows),
    ...equalKeys(difference, rows),
    ...brokenRules(difference, rows),
    ...wrongTypes(difference, rows),
    ...difference.foreignKeys.added.flatMap((key) => danglingRows(key, difference, rows, context)),
  ];
}

/** The rows as they are, under the names that they are to have. */
export function rowsAsNamed(
  { original, from, to, renames, added }: TableDifference,
  { base, origin }: ConflictContext,
): RowSource {
  const name = base.get(origin(to.object.address))?.name ?? original.name;
  const defaults = added.flatMap((folded) => {
    const column = to.columns.get(folded);
    return column?.default === undefined ? [] : [`(${column.default}) AS ${quoteName(column.name)}`];
  });
  if (renames.length === 0 && defaults.length === 0) return rowsOf(original, name);
  const key = keyOf(original).map((part, i) => ({ ...part, alias: quoteName(`${part.name} of row${i || ''}`) }));
  const columns = original.order.map(
    (folded, i) => `${quoteName(original.nameOf(folded))} AS ${quoteName(from.nameOf(from.order[i] ?? folded))}`,
  );
  const list = [...key.map(({ text, alias }) => `${text} AS ${alias}`), ...columns, ...defaults].join(', ');
  return {
    table: name,
    from: `(SELECT ${list} FROM ${quoteName(name)})`,
    key: key.map(({ name, alias }) => ({ name, text: alias })),
  };
}

function missingValues({ to, changed, added }: TableDifference, rows: RowSource): readonly RowConflict[] {
  const tell = (name: string) => (count: number) =>
    `${placeOf(rows.table, [name])}: ${these(count, 'has no value', 'have no value')}`;
  return [
    ...changed.flatMap(({ from: before, to: { name, notNull, default: value } }) =>
      notNull && !before.notNull && value === undefined
        ? [rowsWhere(rows, `${quoteName(name)} IS NULL`, tell(name))]
        : [],
    ),
    ...added.flatMap((folded) => {
      const column = to.columns.get(folded);
      if (!column?.notNull || column.default !== undefined || column.generated) return [];
      const remedy = `Add column ${column.name} with a default or without NOT NULL, fill it and take the default away or forbid nulls, or empty the table`;
      return [{ ...rowsWhere(rows, 'true', tell(column.name)), remedy }];
    }),
  ];
}

function equalKeys({ from, to, uniques, primaryKey }: TableDifference, rows: RowSource): readonly RowConflict[] {
  const keys = [...uniques.added, ...(primaryKey && to.spec.primaryKey ? [to.spec.primaryKey] : [])];
  return keys.map(({ columns }) => {
    const names = columns.map((part) => to.nameOf(part.column));
    const terms = columns.map((part) =>
      distinctColumn(to.nameOf(part.column), from.columns.get(part.column)?.collation, collationOf(part, to)),
    );
    return rowsAlike(rows, terms, undefined, (count) => `${placeOf(rows.table, names)}: ${repeated(count)}`);
  });
}

function collationOf({ column, collation }: KeyPart, to: TableDifference['to']): string | undefined {
  return collation ?? to.columns.get(column)?.collation;
}

function brokenRules({ checks }: TableDifference, rows: RowSource): readonly RowConflict[] {
  return checks.added.map(({ expression }) =>
    rowsWhere(
      rows,
      `NOT (${expression})`,
      (count) => `${placeOf(rows.table, [])}: ${these(count, 'does', 'do')} not satisfy CHECK (${expression})`,
    ),
  );
}

/** What STRICT does not take: https://sqlite.org/stricttables.html. A cast that changes the value is one that the column would not make. */
const misfits: Readonly<Record<string, (column: string) => string>> = {
  INT: (column) => `CAST(${column} AS INTEGER) <> ${column}`,
  INTEGER: (column) => `CAST(${column} AS INTEGER) <> ${column}`,
  REAL: (column) => `CAST(${column} AS REAL) <> ${column}`,
  TEXT: (column) => `typeof(${column}) = 'blob'`,
  BLOB: (column) => `typeof(${column}) NOT IN ('blob', 'null')`,
};

function wrongTypes({ to, strict, changed, added }: TableDifference, rows: RowSource): readonly RowConflict[] {
  if (!to.strict) return [];
  const retyped = new Set(changed.flatMap(({ column, facets }) => (facets.includes('type') ? [column] : [])));
  const filled = new Set(changed.flatMap((change) => (isFilled(change) ? [change.column] : [])));
  return to.order.flatMap((folded) => {
    const column = to.columns.get(folded);
    const misfit = misfits[column?.type ?? ''];
    if (!column || !misfit) return [];
    const place = placeOf(rows.table, [column.name]);
    const holds = (count: number) => `${place}: ${these(count, 'holds', 'hold')} what is no ${column.type}`;
    const gets = (count: number) => `${place}: ${these(count, 'gets', 'get')} a default that is no ${column.type}`;
    const name = quoteName(column.name);
    if (added.includes(folded)) {
      return column.default === undefined || folded === to.rowidAlias ? [] : [rowsWhere(rows, misfit(name), gets)];
    }
    return [
      ...(strict || retyped.has(folded) ? [rowsWhere(rows, misfit(name), holds)] : []),
      ...(filled.has(folded) ? [rowsWhere(rows, `${name} IS NULL AND ${misfit(`(${column.default})`)}`, gets)] : []),
    ];
  });
}

/** What is referred to may be made by the same run: it has no rows yet. */
function danglingRows(
  key: ForeignKeySpec,
  { to }: TableDifference,
  rows: RowSource,
  context: ConflictContext,
): readonly RowConflict[] {
  const { base, origin, change, fills } = context;
  const at = tableAddress(key.table);
  const parent = base.get(origin(at));
  if (!parent && fills(at)) return [];
  const target = isTable(parent) ? parent : undefined;
  const columns = key.columns.map(to.nameOf);
  const references = key.references ?? target?.spec.primaryKey?.columns.map((part) => part.column);
  if (!references) return [];
  const pairs = columns.map((column, i) => `"parent".${quoteName(references[i] ?? '')} = "child".${quoteName(column)}`);
  const planned = change(at);
  const parents =
    planned?.verb === 'alter'
      ? rowsAsNamed(differenceIn(planned as Extract<Change<TableSpec>, { verb: 'alter' }>), context).from
      : quoteName(target?.name ?? '');
  const found = target ? [`NOT EXISTS (SELECT 1 FROM ${parents} AS "parent" WHERE ${pairs.join(' AND ')})`] : [];
  const where = [...columns.map((column) => `"child".${quoteName(column)} IS NOT NULL`), ...found].join(' AND ');
  const tell = (count: number) =>
    `${placeOf(rows.table, columns)}: ${these(count, 'refers', 'refer')} to no row of table "${to.targetOf(key.table)}"`;
  return [rowsWhere({ ...rows, from: `${rows.from} AS "child"` }, where, tell)];
}
