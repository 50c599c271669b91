import { is, SQL } from 'drizzle-orm';
import { getTableConfig, type Index, type IndexedColumn, type PgTable } from 'drizzle-orm/pg-core';
import { programInvalid } from '../sql/invalid.js';
import type { Language, Named } from '../sql/language.js';
import { tableName } from './names.js';

/** An index, built the plain way: whether that keeps anybody waiting is a matter of the plan, not of the state. */
export function indexText({ config }: Index, table: PgTable, at: string, language: Language): string {
  const { columns, unique, method, where } = config;
  const parameters = Object.entries(config.with ?? {}).map(([name, value]) => `${name} = ${value}`);
  return `${[
    unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX',
    language.quote(config.name ?? impliedName(config.columns, table, at, language)),
    `ON ${tableName(table, language)} USING ${method ?? 'btree'}`,
    `(${columns.map((column) => memberText(column, language)).join(', ')})`,
    ...(parameters.length > 0 ? [`WITH (${parameters.join(', ')})`] : []),
    ...(where ? [`WHERE ${language.within(where)}`] : []),
  ].join(' ')};`;
}

/** A column of an index, as Drizzle copies it when the index is declared. */
type Member = Index['config']['columns'][number];
type IndexMember = Named & Pick<IndexedColumn, 'indexConfig'>;

function impliedName(columns: readonly Member[], table: PgTable, at: string, language: Language): string {
  const names = columns.map((column) => {
    if (!is(column, SQL)) return language.nameOf(column as IndexMember);
    throw programInvalid(
      at,
      `an index of ${getTableConfig(table).name} is over an expression and has no name`,
      "Give it one: index('name').on(…). Drizzle makes names of columns alone.",
    );
  });
  return `${getTableConfig(table).name}_${names.join('_')}_index`;
}

/** Drizzle's columns are ascending with nulls last unless they say otherwise; an order is said only where the server would take another. */
function memberText(member: Member, language: Language): string {
  if (is(member, SQL)) return language.within(member);
  const column = member as IndexMember;
  const { order = 'asc', nulls = order === 'desc' ? 'first' : 'last', opClass } = column.indexConfig ?? {};
  const isUsual = nulls === (order === 'desc' ? 'first' : 'last');
  return [
    language.quote(language.nameOf(column)),
    ...(opClass === undefined ? [] : [opClass]),
    ...(order === 'desc' ? ['DESC'] : []),
    ...(isUsual ? [] : [`NULLS ${nulls.toUpperCase()}`]),
  ].join(' ');
}
