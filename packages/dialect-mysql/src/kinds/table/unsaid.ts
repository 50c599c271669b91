import { byCodeUnit, type SchemaObject, schemaObject } from '@sync/core';
import { foldMember } from '../../text/names.js';
import { isOver } from './foreign-key-operations.js';
import type { ColumnSpec, IndexSpec, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;
type Text = Pick<ColumnSpec, 'charset' | 'collation'>;

/**
 * A table of a goal that no server has read, with what is there in the place of what it does not say: its engine, and how its texts are kept. One that a server has read says
 * all of that, and stays as it is.
 */
export function withUnsaid(table: Table, there: Table | undefined): Table {
  if (!there) return table;
  const { spec } = table;
  const said = saidIn(spec);
  const text = textOf(said, there.spec);
  const before = new Map(there.spec.columns.map((column) => [foldMember(column.name), column]));
  const columns = spec.columns.map((own) => {
    const other = before.get(foldMember(own.name));
    return other ? withText(isRead(spec) ? own : withWidth(own, other), other, { said, text }) : own;
  });
  const isOther = spec.engine !== '' && foldMember(spec.engine) !== foldMember(there.spec.engine);
  const engine = isOther ? spec.engine : there.spec.engine;
  const indexes = isRead(spec) ? spec.indexes : withMade(spec, there.spec);
  const isWhole =
    engine === spec.engine &&
    indexes === spec.indexes &&
    text.charset === spec.charset &&
    text.collation === spec.collation;
  if (isWhole && columns.every((column, i) => column === spec.columns[i])) return table;
  const { charset = '', collation = '' } = text;
  return schemaObject<TableSpec>({ ...table, spec: { ...spec, engine, charset, collation, columns, indexes } });
}

function isRead({ engine, charset, collation }: TableSpec): boolean {
  return engine !== '' && charset !== '' && collation !== '';
}

/** The server makes an index for a foreign key that has none, and calls it as the key, or as its first column: https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html */
function withMade({ indexes, foreignKeys }: TableSpec, there: TableSpec): TableSpec['indexes'] {
  const names = new Set(indexes.map(({ name }) => foldMember(name)));
  const leads = (index: IndexSpec, columns: readonly string[]) =>
    columns.every((column, i) => foldMember(index.parts[i]?.column ?? '') === foldMember(column));
  const bare = foreignKeys.filter(({ columns }) => !indexes.some((index) => leads(index, columns)));
  const made = there.indexes.filter(
    (index) =>
      !names.has(foldMember(index.name)) &&
      bare.some(
        ({ name, columns }) =>
          isOver(index, columns) && [name, columns[0] ?? ''].map(foldMember).includes(foldMember(index.name)),
      ),
  );
  if (made.length === 0) return indexes;
  return [...indexes, ...made].sort((a, b) => byCodeUnit(foldMember(a.name), foldMember(b.name)));
}

/** What is said of texts; an empty text says nothing. */
function saidIn({ charset, collation }: Text): Text {
  return { ...(charset && { charset }), ...(collation && { collation }) };
}

/** What is said, and of what goes with it what is there. */
function textOf({ charset, collation }: Text, there: Text): Text {
  if (charset === undefined && collation === undefined) return saidIn(there);
  // Names of collations begin with that of their character set: https://dev.mysql.com/doc/refman/9.7/en/charset-collation-names.html
  const own = charset ?? collation?.split('_')[0] ?? '';
  const given = collation ?? (own === there.charset ? there.collation : undefined);
  return saidIn({ charset: own, ...(given && { collation: given }) });
}

/** How wide MariaDB shows whole numbers of which nobody says it, without a sign and with one: https://mariadb.com/kb/en/int/ */
const widths: Readonly<Record<string, readonly [unsigned: string, signed: string]>> = {
  tinyint: ['3', '4'],
  smallint: ['5', '6'],
  mediumint: ['8', '9'],
  int: ['10', '11'],
  bigint: ['20', '20'],
};

/** A column with the width that the server gives it, where that is what there is. */
function withWidth(column: ColumnSpec, there: ColumnSpec): ColumnSpec {
  const { type } = column;
  const [, name = '', sign = ''] = /^(\w+)( unsigned)?$/.exec(type) ?? [];
  const width = widths[name]?.[sign === '' ? 1 : 0];
  const isMeant = width !== undefined && there.type === `${name}(${width})${sign}`;
  return isMeant ? { ...column, type: there.type } : column;
}

const isText = ({ type }: ColumnSpec) => /^(?:(?:var)?char|(?:tiny|medium|long)?text|enum|set)\b/i.test(type);

/** A column of texts has what is said of it, or else what is said of its table. */
function withText(column: ColumnSpec, there: ColumnSpec, table: { readonly said: Text; readonly text: Text }) {
  if (there.charset === undefined || !isText(column)) return column;
  if (column.charset !== undefined && column.collation !== undefined) return column;
  const isSaid = Object.keys(table.said).length > 0;
  const own = saidIn(column);
  const said = Object.keys(own).length > 0 || !isSaid ? own : table.text;
  return { ...column, ...textOf(said, there) };
}
