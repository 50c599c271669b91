import { is } from 'drizzle-orm';
import {
  getTableConfig,
  isPgEnum,
  isPgSequence,
  type PgEnum,
  type PgEnumObject,
  PgMaterializedView,
  PgPolicy,
  PgRole,
  PgSchema,
  PgTable,
  PgView,
} from 'drizzle-orm/pg-core';
import { type Language, languageOf } from '../sql/language.js';
import { type Core, type Export, partOf } from '../sql/program.js';
import { requireReferred } from '../sql/referred.js';
import { postgresSpelling } from '../sql/spellings.js';
import { qualified, tableName } from './names.js';
import { sequenceText } from './sequence-text.js';
import { tableStatements } from './table-text.js';
import { enumOf } from './type-text.js';
import { viewText } from './view-text.js';

type AnyEnum = PgEnum<[string, ...string[]]> | PgEnumObject<object>;

/** Tables, types, sequences, views and policies of `drizzle-orm/pg-core`. */
export const postgresCore: Core = {
  name: 'pg-core',
  drivers: ['postgres', 'timescaledb', 'cockroachdb'],
  declares: (value) =>
    isPgEnum(value) ||
    isPgSequence(value) ||
    [PgTable, PgSchema, PgView, PgMaterializedView, PgRole, PgPolicy].some((type) => is(value, type)),
  say({ exports, casing, homes }) {
    const language = languageOf(postgresSpelling, casing, homes);
    const said = new Map<string, string[]>();
    const say = (at: string, ...statements: readonly string[]) =>
      said.set(at, [...(said.get(at) ?? []), ...statements]);
    const tables = exports.flatMap(({ at, value }) => (is(value, PgTable) ? [{ at, value }] : []));
    const policies = linkedPolicies(exports);
    const declared = new Set(tables.map(({ value }) => tableName(value, language)));
    for (const { at, name } of schemasOf(exports, language))
      say(at, `CREATE SCHEMA IF NOT EXISTS ${language.quote(name)};`);
    for (const { at, value } of enumsOf(exports)) say(at, enumText(value, language));
    for (const { at, value } of exports) if (isPgSequence(value)) say(at, sequenceText(value, language));
    for (const { at, value } of tables) {
      requireReferred(getTableConfig(value).foreignKeys, declared, (table) => tableName(table, language), at);
      say(at, ...tableStatements(value, policies.get(value) ?? [], at, language));
    }
    for (const { at, value } of exports) {
      const text = is(value, PgView) || is(value, PgMaterializedView) ? viewText(value, language) : undefined;
      if (text !== undefined) say(at, text);
    }
    const texts = Array.from(said, ([path, statements]) => partOf(path, statements));
    return { texts, warnings: [...roleWarnings(exports), ...looseWarnings(exports)] };
  },
};

/** Schemas that are declared, or that something is declared in. */
function schemasOf(
  exports: readonly Export[],
  { homeOf }: Language,
): readonly { readonly at: string; readonly name: string }[] {
  const found = new Map<string, string>();
  for (const { at, value } of exports) {
    const name = is(value, PgSchema) ? value.schemaName : is(value, PgTable) ? getTableConfig(value).schema : undefined;
    const named = name ?? (isPgEnum(value) || isPgSequence(value) ? value.schema : undefined) ?? homeOf(value);
    if (named !== undefined && named !== 'public' && !found.has(named)) found.set(named, at);
  }
  // A column may be of an enum that nobody exports.
  for (const { at, value } of enumsOf(exports)) {
    const named = value.schema ?? homeOf(value);
    if (named !== undefined && named !== 'public' && !found.has(named)) found.set(named, at);
  }
  return Array.from(found, ([name, at]) => ({ name, at }));
}

/** Enums that are exported, and those that columns of tables are of. */
export function enumsOf(exports: readonly Export[]): readonly { readonly at: string; readonly value: AnyEnum }[] {
  const found = new Map<unknown, { readonly at: string; readonly value: AnyEnum }>();
  for (const { at, value } of exports) if (isPgEnum(value)) found.set(value, { at, value: value as AnyEnum });
  for (const { at, value } of exports) {
    const columns = is(value, PgTable) ? getTableConfig(value).columns : [];
    for (const column of columns) {
      const used = enumOf(column);
      if (used && !found.has(used)) found.set(used, { at, value: used as AnyEnum });
    }
  }
  return [...found.values()];
}

function enumText(declared: AnyEnum, language: Language): string {
  const { schema = language.homeOf(declared), enumName, enumValues } = declared;
  const labels = enumValues.map((label) => language.text(label));
  return `CREATE TYPE ${qualified(schema, enumName, language)} AS ENUM (${labels.join(', ')});`;
}

/** Drizzle keeps what a policy is linked to in a member that it does not show. */
const linkOf = (policy: PgPolicy) => (policy as unknown as { readonly _linkedTable?: PgTable })._linkedTable;

function linkedPolicies(exports: readonly Export[]): ReadonlyMap<PgTable, readonly PgPolicy[]> {
  const found = new Map<PgTable, PgPolicy[]>();
  for (const { value } of exports) {
    const table = is(value, PgPolicy) ? linkOf(value) : undefined;
    if (table && is(value, PgPolicy)) found.set(table, [...(found.get(table) ?? []), value]);
  }
  return found;
}

function roleWarnings(exports: readonly Export[]) {
  return exports.flatMap(({ at, value }) => {
    const isMade = is(value, PgRole) && !(value as unknown as { readonly _existing?: boolean })._existing;
    if (!isMade) return [];
    const message = `the role ${value.name} belongs to the server and not to a database, and no plan creates it`;
    return [{ at, message }];
  });
}

function looseWarnings(exports: readonly Export[]) {
  return exports.flatMap(({ at, value }) =>
    is(value, PgPolicy) && !linkOf(value)
      ? [
          {
            at,
            message: `the policy ${value.name} is linked to no table and left out: policy.link(table) says to which`,
          },
        ]
      : [],
  );
}
