import { type Hash, hashText } from '@sync/core';
import { is, Table } from 'drizzle-orm';
import { MySqlTable, getTableConfig as mysqlConfig } from 'drizzle-orm/mysql-core';
import { PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import { coresOf, sayProgram } from '../read/say-exports.js';
import type { Homes } from '../sql/homes.js';
import type { Casing } from '../sql/language.js';
import { type Export, type ProgramText, partOf } from '../sql/program.js';
import { postgresSpelling } from '../sql/spellings.js';
import { migratorError } from './errors.js';
import type { PluginSchema } from './options.js';

/** What a plugin declares, with the tables of others that its own refer to. */
export interface Declared {
  readonly plugin: string;
  readonly own: readonly Export[];
  /** Tables of others: built in scratch before the keys that lead to them, and never changed. */
  readonly referred: readonly Export[];
  readonly extensions: readonly string[];
  /** The same for what says the same, in whatever order it is exported and wherever it comes to lie. */
  readonly hash: Hash;
}

/** What the place of a table of somebody else's begins with. */
export const elsewhere = 'elsewhere#';

/** What was read before, and of what. */
interface Read {
  readonly driver: string;
  readonly casing: Casing | undefined;
  readonly values: readonly unknown[];
  readonly declared: Declared;
}

const known = new WeakMap<PluginSchema, Read[]>();

/** Reads a schema, once for as long as it holds the same objects: what Drizzle declares does not change afterwards. */
export function declaredBy(
  plugin: string,
  schema: PluginSchema,
  driver: string,
  casing: Casing | undefined,
  extensions: readonly string[] = [],
): Declared {
  requireName(plugin);
  requireSchema(plugin, schema);
  requireExtensible(plugin, driver, extensions);
  const values = Object.values(schema);
  const before = known.get(schema) ?? [];
  const isAlike = (read: Read) =>
    read.declared.plugin === plugin &&
    read.driver === driver &&
    read.casing === casing &&
    isSame(read.declared.extensions, extensions);
  const seen = before.find(isAlike);
  if (seen && isSame(seen.values, values)) return seen.declared;
  const declared = readDeclared(plugin, schema, driver, casing, extensions);
  known.set(schema, [...before.filter((read) => read !== seen), { driver, casing, values, declared }]);
  return declared;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** As long as a name may be in the books of every engine. */
const longestName = 255;

/** Refuses a name that the books could not hold, before anything has run. */
export function requireName(plugin: unknown): void {
  // Some engines do not tell a name from the same with spaces behind it, and none keeps half of a character.
  if (typeof plugin === 'string' && plugin.length <= longestName && !/[\p{Cc}\p{Cs}]| $/u.test(plugin)) return;
  throw migratorError(
    'USAGE',
    `the name of a plugin, ${JSON.stringify(String(plugin).slice(0, 40))}…, cannot be noted`,
    `A name is a text of at most ${longestName} characters, none of them a control character or half of another, and the last no space.`,
  );
}

/** Refuses what holds nothing by name: a program in JavaScript may have imported what is not there. */
export function requireSchema(plugin: string, schema: unknown): void {
  if (typeof schema === 'object' && schema !== null) return;
  throw migratorError(
    'SOURCE_INVALID',
    'what it declares is no object with tables',
    "Hand over what a module exports (import * as schema from './schema.js'), or { users, posts }.",
    { plugin },
  );
}

/** Refuses what declares nothing: more often something that was not exported than a plugin that lets go of all that it had. */
function requireAny(plugin: string, own: readonly Export[]): void {
  if (coresOf({ exports: own }).length > 0) return;
  throw migratorError(
    'SOURCE_INVALID',
    'nothing that it hands over is declared with Drizzle',
    'Hand over the tables by name: { users, posts }. Leave out a plugin that has none; reset drops what it had.',
    { plugin },
  );
}

function requireExtensible(plugin: string, driver: string, extensions: readonly string[]): void {
  if (extensions.length === 0 || driver === 'postgres') return;
  throw migratorError(
    'UNSUPPORTED',
    `a database of ${driver} has no extensions`,
    'Leave them out for this engine: only PostgreSQL has such.',
    { plugin, extensions },
  );
}

function readDeclared(
  plugin: string,
  schema: PluginSchema,
  driver: string,
  casing: Casing | undefined,
  extensions: readonly string[],
): Declared {
  const found = new Map<unknown, string>();
  for (const [name, value] of Object.entries(schema)) if (!found.has(value)) found.set(value, `${plugin}#${name}`);
  const own = Array.from(found, ([value, at]) => ({ at, value }));
  requireAny(plugin, own);
  const referred = referredBy(own);
  const { texts } = sayProgram({ exports: [...own, ...referred], casing }, driver, plugin);
  const statements = texts.filter(({ path }) => !path.startsWith(elsewhere)).flatMap((text) => text.statements);
  const said = [...statements, ...extensionTexts(extensions)];
  const hash = hashText([casing ?? '', ...said.toSorted()].join('\0'));
  return { plugin, own, referred, extensions, hash };
}

/** What a plugin declares, in the words of the engine. */
export function textOf(
  { own, referred, plugin, extensions }: Declared,
  driver: string,
  casing: Casing | undefined,
  homes: Homes,
): ProgramText {
  const { texts, warnings } = sayProgram({ exports: [...own, ...referred], casing, homes }, driver, plugin);
  const needed = extensionTexts(extensions);
  return { texts: needed.length > 0 ? [partOf(`${plugin}#extensions`, needed), ...texts] : texts, warnings };
}

function extensionTexts(extensions: readonly string[]): readonly string[] {
  return extensions.map((name) => `CREATE EXTENSION IF NOT EXISTS ${postgresSpelling.quote(name)};`);
}

/** Tables that foreign keys lead to and nobody exports, and those that these refer to. */
function referredBy(own: readonly Export[]): readonly Export[] {
  const seen = new Set<unknown>(own.map(({ value }) => value));
  const found: Export[] = [];
  const pending = own.map(({ value }) => value);
  for (const value of pending) {
    for (const table of tablesReferredBy(value)) {
      if (seen.has(table)) continue;
      seen.add(table);
      found.push({ at: `${elsewhere}${found.length}`, value: table });
      pending.push(table);
    }
  }
  return found;
}

/** What Drizzle makes anew each time that it is asked, and does not change. */
const referredTables = new WeakMap<object, readonly Table[]>();

/** The tables that foreign keys of a table lead to; none for what is no table. */
export function tablesReferredBy(value: unknown): readonly Table[] {
  if (!is(value, Table)) return [];
  const known = referredTables.get(value);
  if (known) return known;
  const keys = is(value, PgTable)
    ? postgresConfig(value).foreignKeys
    : is(value, MySqlTable)
      ? mysqlConfig(value).foreignKeys
      : is(value, SQLiteTable)
        ? sqliteConfig(value).foreignKeys
        : [];
  const tables = keys.map((key) => key.reference().foreignTable).filter((table) => is(table, Table));
  referredTables.set(value, tables);
  return tables;
}
