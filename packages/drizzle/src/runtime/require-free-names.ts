import { getTableName, getTableUniqueName, getViewName, is, isView, Table } from 'drizzle-orm';
import { isPgSchema, isPgSequence } from 'drizzle-orm/pg-core';
import { ViewBaseConfig } from 'drizzle-orm/view-common';
import { enumsOf } from '../postgres/postgres-core.js';
import type { Export } from '../sql/program.js';
import type { Books } from './books.js';
import type { Declared } from './declared.js';
import { migratorError } from './errors.js';

/** Something that is declared, by what tells it from others of its kind. */
interface Named {
  readonly what: 'table' | 'view' | 'enum' | 'sequence' | 'schema';
  readonly schema: string | undefined;
  readonly name: string;
}

/** What Drizzle keeps with a view, and declares to be its own affair. */
interface HoldsView {
  readonly [ViewBaseConfig]: { readonly schema: string | undefined; readonly isExisting: boolean };
}

/** Refuses what is called as that in which migrations are noted, and as the server's: a plugin would change the books, and what core keeps for itself it does not make for anybody. */
export function requireFreeNames({ plugin, own }: Declared, books: Books): void {
  for (const { value } of own) {
    if (!is(value, Table)) continue;
    const unique = getTableUniqueName(value);
    if (books.isOne(unique)) throw notFree(plugin, { what: 'table', schema: undefined, name: getTableName(value) });
  }
  for (const named of namedIn(own)) {
    const { what, schema = '', name } = named;
    if (isOurs(schema) || isOurs(name)) throw notFree(plugin, named);
    // These are left alone, whatever is declared there.
    const isOfServer = what === 'table' && /^(?:pg_|information_schema$)/i.test(schema);
    if (isOfServer) throw notFree(plugin, named, "one of the server's own");
  }
}

function isOurs(name: string): boolean {
  return /^_schema_sync(?:_|$)/i.test(name);
}

function namedIn(own: readonly Export[]): readonly Named[] {
  const enums = enumsOf(own).map(({ value }): Named => ({ what: 'enum', schema: value.schema, name: value.enumName }));
  const others = own.flatMap(({ value }): readonly Named[] => {
    if (is(value, Table)) {
      const unique = getTableUniqueName(value);
      const name = getTableName(value);
      return [{ what: 'table', schema: unique.slice(0, -name.length - 1), name }];
    }
    if (isView(value)) {
      const { schema, isExisting } = (value as unknown as HoldsView)[ViewBaseConfig];
      // What is only named is made by somebody else.
      return isExisting ? [] : [{ what: 'view', schema, name: getViewName(value) }];
    }
    if (isPgSequence(value)) return [{ what: 'sequence', schema: value.schema, name: value.seqName ?? '' }];
    return isPgSchema(value) ? [{ what: 'schema', schema: undefined, name: value.schemaName }] : [];
  });
  return [...others, ...enums];
}

function notFree(plugin: string, { what, name }: Named, as = 'one in which migrations are noted') {
  return migratorError('USAGE', `the ${what} ${name} is called as ${as}`, 'Nothing was touched. Call it otherwise.', {
    plugin,
    [what]: name,
  });
}
