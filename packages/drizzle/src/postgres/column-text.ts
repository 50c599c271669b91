import { getTableName } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { defaultOf } from '../sql/defaults.js';
import { computedFrom } from '../sql/generated.js';
import type { Language } from '../sql/language.js';
import { qualified, schemaOfTable } from './names.js';
import { sequenceOptions } from './sequence-text.js';
import { typeText } from './type-text.js';

/** A column as CREATE TABLE has it, without the keys that are named by the table. */
export function columnText(column: PgColumn, table: PgTable, language: Language): string {
  const value = defaultOf(column, language);
  const computed = computedFrom(column, language);
  return [
    language.quote(language.nameOf(column)),
    typeText(column, language),
    ...(column.primary ? ['PRIMARY KEY'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(computed === undefined ? [] : [`GENERATED ALWAYS AS (${computed}) STORED`]),
    ...(column.notNull && !column.primary ? ['NOT NULL'] : []),
    ...identityText(column, table, language),
  ].join(' ');
}

/** Drizzle names the sequence, also where the server would call it otherwise for its length. */
function identityText(column: PgColumn, table: PgTable, language: Language): readonly string[] {
  const identity = column.generatedIdentity;
  if (!identity) return [];
  const name = identity.sequenceName ?? `${getTableName(table)}_${language.nameOf(column)}_seq`;
  const options = [
    `SEQUENCE NAME ${qualified(schemaOfTable(table, language), name, language)}`,
    ...sequenceOptions(identity.sequenceOptions),
  ];
  return [`GENERATED ${identity.type === 'always' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY (${options.join(' ')})`];
}
