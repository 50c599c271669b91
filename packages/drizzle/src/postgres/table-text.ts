import { getTableConfig, type PgPolicy, type PgTable } from 'drizzle-orm/pg-core';
import {
  checkText,
  type DeclaredForeignKey,
  foreignKeyName,
  foreignKeyText,
  primaryKeyText,
  tableText,
} from '../sql/constraints.js';
import type { Language } from '../sql/language.js';
import { columnText } from './column-text.js';
import { indexText } from './index-text.js';
import { tableName } from './names.js';
import { policyText } from './policy-text.js';

/** A table with all that is declared of it, each part a statement of its own where it can be: tables that refer to each other are built in any order. */
export function tableStatements(
  table: PgTable,
  linked: readonly PgPolicy[],
  at: string,
  language: Language,
): readonly string[] {
  const { columns, primaryKeys, uniqueConstraints, checks, foreignKeys, indexes, policies, enableRLS } =
    getTableConfig(table);
  const name = tableName(table, language);
  const allPolicies = [...policies, ...linked];
  const add = (key: DeclaredForeignKey) =>
    `ALTER TABLE ${name} ADD CONSTRAINT ${language.quote(foreignKeyName(key, language))} ${foreignKeyText(key, tableName(key.reference().foreignColumns[0]?.table ?? table, language), language)};`;
  return [
    tableText(name, [
      ...columns.map((column) => columnText(column, table, language)),
      ...primaryKeys.map((key) => primaryKeyText(key, language)),
      ...columns
        .filter(({ isUnique }) => isUnique)
        .map((column) =>
          uniqueText(
            { name: column.uniqueName, columns: [column], nullsNotDistinct: column.uniqueType === 'not distinct' },
            language,
          ),
        ),
      ...uniqueConstraints.map((unique) => uniqueText({ ...unique, name: unique.getName() }, language)),
      ...checks.map((check) => checkText(check, language)),
    ]),
    ...foreignKeys.map(add),
    ...indexes.map((index) => indexText(index, table, at, language)),
    ...(enableRLS || allPolicies.length > 0 ? [`ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;`] : []),
    ...allPolicies.map((policy) => policyText(policy, table, language)),
  ];
}

interface Unique {
  readonly name: string | undefined;
  readonly columns: Parameters<Language['columns']>[0];
  readonly nullsNotDistinct: boolean;
}

function uniqueText({ name = '', columns, nullsNotDistinct }: Unique, language: Language): string {
  const nulls = nullsNotDistinct ? ' NULLS NOT DISTINCT' : '';
  return `CONSTRAINT ${language.quote(name)} UNIQUE${nulls} (${language.columns(columns)})`;
}
