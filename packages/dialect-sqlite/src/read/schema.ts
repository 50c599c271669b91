import { type Address, address, bridgePrefix, isSyncError, type Reading, type Unmanaged } from '@sync/core';
import { tableAddress } from '../kinds/table/build.js';
import { KnownTable } from '../kinds/table/known-table.js';
import { meaningful } from '../text/cursor.js';
import { foldName } from '../text/names.js';
import { everyName } from '../text/quoted-strings.js';
import { type Broken, findBroken } from './find-broken.js';
import { remembering } from './remember.js';
import type { SchemaRow } from './schema-row.js';
import { isShadowByName } from './shadow-tables.js';

/** A table with its name as this schema has it. */
export interface ReadTable {
  readonly name: string;
  readonly known: KnownTable;
}

/** The whole schema as SQLite keeps it, sorted out once for all kinds. */
export interface SchemaTexts {
  /** Read tables by folded name. */
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly virtualTables: readonly SchemaRow[];
  readonly views: readonly SchemaRow[];
  readonly indexes: readonly SchemaRow[];
  readonly triggers: readonly SchemaRow[];
  /** The triggers that tell what of a table schema-sync keeps in step. */
  readonly bridges: readonly SchemaRow[];
  /** Tables that are left alone, with the reason. */
  readonly unmanaged: readonly Unmanaged[];
  /** Tables that virtual tables keep their content in: left alone, too. */
  readonly shadows: readonly Unmanaged[];
  /** Whatever is a name somewhere in a table, view or virtual table, folded. */
  names(): ReadonlySet<string>;
  primaryKeyOf(table: string): readonly string[] | undefined;
  /** The address of a table, virtual table or view by its folded name. */
  relation(name: string): Address | undefined;
  /** Whether there is a table or view of that folded name, of whatever kind and whoever's. */
  holds(name: string): boolean;
  /** What SQLite stumbles over whenever it reads its schema again. */
  readonly broken: Broken;
}

const readTable = remembering((text) => new KnownTable(text));

const readings = new WeakMap<Reading, Promise<SchemaTexts>>();

/** Reads sqlite_schema once an inspection; every kind takes its part of it. */
export function readSchema(reading: Reading): Promise<SchemaTexts> {
  let texts = readings.get(reading);
  if (!texts) {
    texts = readAll(reading);
    readings.set(reading, texts);
  }
  return texts;
}

async function readAll(reading: Reading): Promise<SchemaTexts> {
  const rows = await queryRows(reading);
  return sortOut(rows, await findBroken(rows, reading));
}

function queryRows({ session, server }: Reading): Promise<readonly SchemaRow[]> {
  const shadows = server.features.has('table-list')
    ? `\nUNION ALL\nSELECT 'shadow', name, name, NULL FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'`
    : '';
  return session.query<SchemaRow>({
    text: `SELECT type, name, tbl_name AS "on", sql FROM main.sqlite_master${shadows}`,
  });
}

/** Names that SQLite and schema-sync keep for themselves. */
function isInternal(name: string): boolean {
  const folded = foldName(name);
  return folded.startsWith('sqlite_') || folded === '_schema_sync' || folded.startsWith('_schema_sync_');
}

const isBridge = new RegExp(`^${bridgePrefix}[0-9a-f]+_3$`);

function sortOut(rows: readonly SchemaRow[], broken: Broken): SchemaTexts {
  const ours = rows.filter((row) => !isInternal(row.name) && !isInternal(row.on));
  const of = (type: SchemaRow['type']) => ours.filter((row) => row.type === type);
  const virtualTables = of('table').filter((row) => /^CREATE\s+VIRTUAL\b/i.test(row.sql ?? ''));
  const virtual = new Map(virtualTables.map((row) => [foldName(row.name), row]));
  const shadowNames = new Set(of('shadow').map((row) => foldName(row.name)));
  const { tables, unmanaged, shadows } = readTables(
    of('table').filter((row) => !virtual.has(foldName(row.name))),
    (name) => shadowNames.has(name) || isShadowByName(name, virtual),
  );
  const addresses = new Map<string, Address>();
  for (const name of tables.keys()) addresses.set(name, tableAddress(name));
  for (const name of virtual.keys()) addresses.set(name, address('sqlite/virtual-table', name));
  for (const row of of('view')) addresses.set(foldName(row.name), address('view', foldName(row.name)));
  const present = new Set(rows.flatMap((row) => (isRelation(row.type) ? [foldName(row.name)] : [])));
  let names: ReadonlySet<string> | undefined;
  return {
    names: () => (names ??= allNames(tables, [...of('view'), ...virtualTables])),
    tables,
    virtualTables,
    views: of('view'),
    indexes: of('index').filter((row) => row.sql !== null),
    triggers: of('trigger'),
    bridges: rows.filter(({ type, name }) => type === 'trigger' && isBridge.test(name)),
    unmanaged,
    shadows,
    primaryKeyOf: (table) => tables.get(table)?.known.primaryKey,
    relation: (name) => addresses.get(name),
    holds: (name) => present.has(name) || builtIn.test(name),
    broken,
  };
}

/** Tables that SQLite makes up as they are asked for: https://sqlite.org/vtab.html#eponymous_virtual_tables. */
const builtIn = /^(?:sqlite_|pragma_|jsonb?_(?:each|tree)$|dbstat$|generate_series$|bytecode$|tables_used$)/;

function isRelation(type: SchemaRow['type']): boolean {
  return type === 'table' || type === 'view' || type === 'shadow';
}

function allNames(tables: ReadonlyMap<string, ReadTable>, others: readonly SchemaRow[]): ReadonlySet<string> {
  const columns = [...tables.values()].flatMap(({ known }) => known.columns.map((column) => foldName(column.name)));
  return new Set([...columns, ...others.flatMap((row) => everyName(meaningful(row.sql ?? '')))]);
}

function readTables(
  rows: readonly SchemaRow[],
  isShadow: (name: string) => boolean,
): Pick<SchemaTexts, 'tables' | 'unmanaged' | 'shadows'> {
  const tables = new Map<string, ReadTable>();
  const unmanaged: Unmanaged[] = [];
  const shadows: Unmanaged[] = [];
  for (const row of rows) {
    const { name } = row;
    if (isShadow(foldName(name))) shadows.push({ kind: 'table', name, reason: 'belongs to a virtual table' });
    else {
      const known = readOrReport(() => readTable(row.sql ?? ''), 'table', name, unmanaged);
      if (known) tables.set(foldName(name), { name, known });
    }
  }
  return { tables, unmanaged, shadows };
}

/** Reads a definition; one that cannot be read is reported, not ignored. */
export function readOrReport<T>(read: () => T, kind: string, name: string, unmanaged: Unmanaged[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'UNSUPPORTED') throw error;
    unmanaged.push({ kind, name, reason: `not covered: ${error.message}` });
    return undefined;
  }
}
