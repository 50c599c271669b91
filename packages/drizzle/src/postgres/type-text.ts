import { is } from 'drizzle-orm';
import { PgArray, type PgColumn, PgCustomColumn, PgEnumColumn, PgEnumObjectColumn } from 'drizzle-orm/pg-core';
import type { Language } from '../sql/language.js';
import { qualified } from './names.js';

/** A mere name in letters of both cases: a type that was made with them, since those of the server have none such. */
const ownType = /^(?=.*[a-z])(?=.*[A-Z])\w+$/;

/** A column's type, its name quoted where it is one of the program's own. */
export function typeText(column: PgColumn, language: Language): string {
  if (is(column, PgArray)) {
    // What the base calls itself stands in front of the brackets.
    const size = column.getSQLType().slice(column.baseColumn.getSQLType().length);
    return `${typeText(column.baseColumn as PgColumn, language)}${size}`;
  }
  if (is(column, PgEnumColumn) || is(column, PgEnumObjectColumn))
    return qualified(column.enum.schema ?? language.homeOf(column.enum), column.enum.enumName, language);
  const type = column.getSQLType();
  return is(column, PgCustomColumn) && ownType.test(type) ? language.quote(type) : type;
}

/** The enum that a column is of, whatever the depth of the array. */
export function enumOf(column: PgColumn) {
  if (is(column, PgArray)) return enumOf(column.baseColumn as PgColumn);
  return is(column, PgEnumColumn) || is(column, PgEnumObjectColumn) ? column.enum : undefined;
}
