import { getTableName, is } from 'drizzle-orm';
import { SQL } from 'drizzle-orm/sql';
import { getTableConfig, getViewConfig, type SQLiteColumn, SQLiteTable, SQLiteView } from 'drizzle-orm/sqlite-core';
import { checkText, foreignKeyText, tableText } from '../sql/constraints.js';
import { defaultOf } from '../sql/defaults.js';
import { computedFrom } from '../sql/generated.js';
import { type Language, languageOf } from '../sql/language.js';
import { type Core, partOf } from '../sql/program.js';
import { requireReferred } from '../sql/referred.js';
import { sqliteSpelling } from '../sql/spellings.js';

/** Tables and views of `drizzle-orm/sqlite-core`. */
export const sqliteCore: Core = {
  name: 'sqlite-core',
  drivers: ['sqlite', 'rqlite'],
  declares: (value) => is(value, SQLiteTable) || is(value, SQLiteView),
  say({ exports, casing }) {
    const language = languageOf(sqliteSpelling, casing);
    const tables = new Set(exports.flatMap(({ value }) => (is(value, SQLiteTable) ? [getTableName(value)] : [])));
    const texts = exports.flatMap(({ at, value }) => {
      if (is(value, SQLiteTable)) {
        requireReferred(getTableConfig(value).foreignKeys, tables, getTableName, at);
        return [partOf(at, tableStatements(value, language))];
      }
      const { name, query } = is(value, SQLiteView) ? getViewConfig(value) : { name: '', query: undefined };
      return query ? [partOf(at, [`CREATE VIEW ${language.quote(name)} AS ${language.fragment(query)};`])] : [];
    });
    return { texts, warnings: [] };
  },
};

/** Unique constraints are indexes here, as Drizzle Kit makes them: they are dropped and made without copying the table. */
function tableStatements(table: SQLiteTable, language: Language): readonly string[] {
  const { name, columns, primaryKeys, uniqueConstraints, checks, foreignKeys, indexes } = getTableConfig(table);
  const on = (index: string, members: string, unique: boolean, where = '') =>
    `${unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX'} ${language.quote(index)} ON ${language.quote(name)} (${members})${where};`;
  return [
    tableText(language.quote(name), [
      ...columns.map((column) => columnText(column, language)),
      ...primaryKeys.map((key) => `PRIMARY KEY (${language.columns(key.columns)})`),
      ...foreignKeys.map((key) =>
        foreignKeyText(key, language.quote(getTableName(key.reference().foreignTable)), language),
      ),
      ...checks.map((check) => checkText(check, language)),
    ]),
    ...columns
      .filter(({ isUnique }) => isUnique)
      .map((column) => on(column.uniqueName ?? '', language.columns([column]), true)),
    ...uniqueConstraints.map((unique) => on(unique.getName() ?? '', language.columns(unique.columns), true)),
    ...indexes.map(({ config }) => {
      const members = config.columns.map((member) =>
        is(member, SQL) ? language.within(member) : language.columns([member as SQLiteColumn]),
      );
      const where = config.where ? ` WHERE ${language.within(config.where)}` : '';
      return on(config.name, members.join(', '), config.unique, where);
    }),
  ];
}

function columnText(column: SQLiteColumn, language: Language): string {
  const computed = computedFrom(column, language);
  const value = defaultOf(column, language);
  const { autoIncrement } = column as { readonly autoIncrement?: boolean };
  return [
    language.quote(language.nameOf(column)),
    column.getSQLType(),
    ...(column.primary ? ['PRIMARY KEY'] : []),
    ...(autoIncrement ? ['AUTOINCREMENT'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(computed === undefined
      ? []
      : [`GENERATED ALWAYS AS (${computed}) ${column.generated?.mode === 'stored' ? 'STORED' : 'VIRTUAL'}`]),
    ...(column.notNull ? ['NOT NULL'] : []),
  ].join(' ');
}
