import { getTableName, is } from 'drizzle-orm';
import {
  getTableConfig,
  getViewConfig,
  type Index,
  type MySqlColumn,
  MySqlEnumColumn,
  MySqlEnumObjectColumn,
  MySqlTable,
  MySqlView,
} from 'drizzle-orm/mysql-core';
import { SQL } from 'drizzle-orm/sql';
import { checkText, foreignKeyName, foreignKeyText, primaryKeyText, tableText } from '../sql/constraints.js';
import { defaultOf } from '../sql/defaults.js';
import { computedFrom } from '../sql/generated.js';
import { programInvalid } from '../sql/invalid.js';
import { type Language, languageOf } from '../sql/language.js';
import { type Core, partOf } from '../sql/program.js';
import { requireReferred } from '../sql/referred.js';
import { mysqlSpelling } from '../sql/spellings.js';

/** Tables and views of `drizzle-orm/mysql-core`. */
export const mysqlCore: Core = {
  name: 'mysql-core',
  drivers: ['mysql', 'mariadb'],
  declares: (value) => is(value, MySqlTable) || is(value, MySqlView),
  say({ exports, casing }) {
    const language = languageOf(mysqlSpelling, casing);
    const tables = new Set(exports.flatMap(({ value }) => (is(value, MySqlTable) ? [getTableName(value)] : [])));
    const texts = exports.flatMap(({ at, value }) => {
      if (is(value, MySqlTable)) {
        requireOwn(getTableConfig(value), at);
        requireReferred(getTableConfig(value).foreignKeys, tables, getTableName, at);
        return [partOf(at, tableStatements(value, language))];
      }
      const text = is(value, MySqlView) ? viewText(value, at, language) : undefined;
      return text === undefined ? [] : [partOf(at, [text])];
    });
    return { texts, warnings: [] };
  },
};

/** What another database holds is no part of the one that is connected to. */
function requireOwn(
  { schema, name }: { readonly schema?: string | undefined; readonly name: string },
  at: string,
): void {
  if (schema === undefined) return;
  throw programInvalid(
    at,
    `${name} is declared in the database ${schema} by name`,
    'A source says what one database holds, whatever it is called: declare it with mysqlTable or mysqlView.',
  );
}

function tableStatements(table: MySqlTable, language: Language): readonly string[] {
  const { name, columns, primaryKeys, uniqueConstraints, checks, foreignKeys, indexes } = getTableConfig(table);
  const quoted = language.quote(name);
  const unique = (key: string, members: Parameters<Language['columns']>[0]) =>
    `CONSTRAINT ${language.quote(key)} UNIQUE (${language.columns(members)})`;
  return [
    tableText(quoted, [
      ...columns.map((column) => columnText(column, language)),
      ...columns.filter(({ primary }) => primary).map((column) => `PRIMARY KEY (${language.columns([column])})`),
      ...primaryKeys.map((key) => primaryKeyText(key, language)),
      ...columns.filter(({ isUnique }) => isUnique).map((column) => unique(column.uniqueName ?? '', [column])),
      ...uniqueConstraints.map((key) => unique(key.getName() ?? '', key.columns)),
      ...checks.map((check) => checkText(check, language)),
    ]),
    ...foreignKeys.map((key) => {
      const target = language.quote(getTableName(key.reference().foreignTable));
      return `ALTER TABLE ${quoted} ADD CONSTRAINT ${language.quote(foreignKeyName(key, language))} ${foreignKeyText(key, target, language)};`;
    }),
    ...indexes.map((index) => indexText(index, quoted, language)),
  ];
}

function columnText(column: MySqlColumn, language: Language): string {
  const computed = computedFrom(column, language);
  const value = defaultText(column, language);
  const { autoIncrement, hasOnUpdateNow } = column as {
    readonly autoIncrement?: boolean;
    readonly hasOnUpdateNow?: boolean;
  };
  // The type says itself that it counts, and MariaDB takes no second word for that.
  const counts = autoIncrement && column.getSQLType() !== 'serial';
  return [
    language.quote(language.nameOf(column)),
    typeText(column, language),
    ...(computed === undefined
      ? []
      : [`GENERATED ALWAYS AS (${computed}) ${column.generated?.mode === 'stored' ? 'STORED' : 'VIRTUAL'}`]),
    ...(column.notNull ? ['NOT NULL'] : []),
    ...(counts ? ['AUTO_INCREMENT'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(hasOnUpdateNow ? [`ON UPDATE CURRENT_TIMESTAMP${fraction(column)}`] : []),
  ].join(' ');
}

/** The labels are written anew: Drizzle's own text of the type takes them as they are, quotes and all. */
function typeText(column: MySqlColumn, language: Language): string {
  if (!is(column, MySqlEnumColumn) && !is(column, MySqlEnumObjectColumn)) return column.getSQLType();
  return `enum(${(column.enumValues ?? []).map((label) => language.text(label)).join(', ')})`;
}

/** The digits behind the second, in brackets: the server takes no other number of them than the column's. */
function fraction(column: MySqlColumn): string {
  return /\(\d+\)/.exec(column.getSQLType())?.[0] ?? '';
}

const takesExpressionsAlone = /^(?:(?:tiny|medium|long)?(?:text|blob)|json)$/;

function defaultText(column: MySqlColumn, language: Language): string | undefined {
  const type = column.getSQLType();
  const given: unknown = column.default;
  if (given instanceof Date && type === 'date') return language.text(given.toISOString().slice(0, 10));
  const value = defaultOf(column, language);
  const isValue = value !== undefined && !is(given, SQL);
  return isValue && takesExpressionsAlone.test(type) ? `(${value})` : value;
}

function indexText({ config }: Index, table: string, language: Language): string {
  const members = config.columns.map((member) =>
    is(member, SQL) ? language.within(member) : language.columns([member as MySqlColumn]),
  );
  const using = config.using ? ` USING ${config.using.toUpperCase()}` : '';
  return `${config.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX'} ${language.quote(config.name)} ON ${table} (${members.join(', ')})${using};`;
}

function viewText(view: MySqlView, at: string, language: Language): string | undefined {
  const { name, schema, query, ...config } = getViewConfig(view);
  if (!query) return undefined;
  requireOwn({ name, schema }, at);
  const { algorithm, sqlSecurity, withCheckOption } = config;
  return `${[
    'CREATE',
    ...(algorithm ? [`ALGORITHM = ${algorithm.toUpperCase()}`] : []),
    ...(sqlSecurity ? [`SQL SECURITY ${sqlSecurity.toUpperCase()}`] : []),
    // Drizzle Kit writes the brackets, and MariaDB keeps them.
    `VIEW ${language.quote(name)} AS (${language.fragment(query)})`,
    ...(withCheckOption ? [`WITH ${withCheckOption.toUpperCase()} CHECK OPTION`] : []),
  ].join(' ')};`;
}
