import {
  address,
  byCodeUnit,
  type Found,
  type Json,
  type Lexis,
  type Reading,
  type Scope,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { lexisWith } from '../../lexis.js';
import { isScaffold } from '../../online/copy-names.js';
import { foundCopies } from '../../online/found-copies.js';
import { withWholeBytes } from '../../read/bytes.js';
import { nameableIn, namedThings } from '../../read/names.js';
import { readOptions } from '../../read/options.js';
import { placesIn } from '../../read/places.js';
import { readCatalogue, type ServerCatalogue } from '../../read/read-catalogue.js';
import { readPeriods } from '../../read/read-periods.js';
import type { Rows } from '../../read/rows.js';
import { shownInPart } from '../../read/shown-in-part.js';
import { needsAmong, withoutDatabase } from '../../read/unqualified.js';
import { unseenRelations } from '../../read/unseen.js';
import { foldMember } from '../../text/names.js';
import { checksOfColumns } from './checks-of-columns.js';
import { withoutBounds } from './period.js';
import { readColumn } from './read-column.js';
import { readForeignKeys } from './read-foreign-keys.js';
import { readIndexes } from './read-index.js';
import { readPartitioning } from './read-partitioning.js';
import type { CheckSpec, ColumnSpec, TableLayout, TableSpec } from './spec.js';
import { versioningOf, withoutEnd } from './versioning.js';

/** What there is beside tables, and why it is left alone. */
const reasons: Readonly<Record<string, string>> = {
  'SYSTEM VIEW': 'it is the server’s own',
};

const covered: ReadonlySet<string> = new Set(['BASE TABLE', 'SYSTEM VERSIONED', 'VIEW', 'SEQUENCE']);

/** Every table of a database. */
export async function* inspectTables(reading: Reading, flavour: Flavour): AsyncGenerator<Found<TableSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  yield* unseenRelations(reading, catalogue, 'table', flavour);
  yield* foundCopies(catalogue, scope, flavour);
  const inPart = await shownInPart(reading, catalogue, flavour);
  for (const row of catalogue.rows('tables')) {
    if (isScaffold(row.name)) continue;
    if (!covered.has(row.type)) yield unmanaged(scope, row);
    if (row.type !== 'BASE TABLE' && row.type !== 'SYSTEM VERSIONED') continue;
    const reason = whyElsewhere(row) ?? inPart.why(row.name);
    if (reason !== undefined) {
      yield { scope, unmanaged: { kind: 'table', name: row.name, reason }, at: address('table', row.name) };
      continue;
    }
    const beside = besideOf(row, catalogue, lexisWith(flavour.executedComments));
    for (const what of beside) yield { scope, unmanaged: { kind: 'part', name: what, in: row.name, reason: notSaid } };
    yield { scope, object: tableObject(row, beside, { catalogue, reading, flavour }) };
  }
}

const notSaid =
  'it is not covered yet: the table keeps it where it is altered, and one that is made anew is without it';

/** Engines whose tables hold no rows of their own. */
const borrowing: ReadonlySet<string> = new Set(['MRG_MYISAM', 'FEDERATED', 'CONNECT', 'SPIDER', 'SPHINX', 'OQGRAPH']);

/** Why nothing is known of the rows of a table; undefined where the server has them. */
function whyElsewhere({ engine }: Rows['tables']): string | undefined {
  if (engine === null) return 'the server cannot open it';
  return borrowing.has(engine.toUpperCase())
    ? `tables of ${engine}, which have their rows elsewhere, are not covered yet`
    : undefined;
}

/** What the server keeps of a table that no plan says. */
function besideOf({ name, options }: Rows['tables'], catalogue: ServerCatalogue, lexis: Lexis): readonly string[] {
  const kept = catalogue.where('beside', 'table', name).map(({ what }) => what);
  const places = catalogue.where('shown', 'name', name).flatMap(({ text }) => placesIn(text, lexis));
  return [...new Set([...readOptions(options ?? '').beside, ...kept, ...places])];
}

function unmanaged(scope: Scope, { name, type }: Rows['tables']): Found<TableSpec> {
  const reason = reasons[type] ?? `${type} is not covered yet`;
  return { scope, unmanaged: { kind: 'table', name, reason } };
}

interface Place {
  readonly catalogue: ServerCatalogue;
  readonly reading: Reading;
  readonly flavour: Flavour;
}

function tableObject(row: Rows['tables'], beside: readonly string[], place: Place) {
  const { catalogue, reading, flavour } = place;
  const { columns, names } = columnsOf(row.name, place);
  const foreignKeys = readForeignKeys(row.name, catalogue, flavour);
  const self = address('table', row.name);
  const definition = catalogue.where('shown', 'name', row.name)[0]?.text;
  const collation = row.collation ?? catalogue.database.collation;
  const partitioning = readPartitioning(catalogue.where('partitions', 'table', row.name), definition, flavour);
  const versioning = versioningOf(row.type, columns);
  const { period, keys } = readPeriods(definition, lexisWith(flavour.executedComments));
  const order = columns.map(({ name }) => name);
  const counted = catalogue.where('counters', 'table', row.name)[0];
  const reached = catalogue.where('reached', 'table', row.name)[0];
  const needed = [...names, ...foreignKeys.flatMap(({ database, table }) => (database === undefined ? [table] : []))];
  return schemaObject<TableSpec>({
    kind: 'table',
    address: self,
    name: row.name,
    needs: needsAmong(needed, namedThings(catalogue), self),
    spec: {
      columns: byName(columns),
      indexes: byName(
        readIndexes(
          catalogue.where('indexes', 'table', row.name),
          { engine: row.engine ?? '', definition },
          flavour,
        ).map((index) => withoutEnd(withoutBounds(index, keys.get(index.name)), versioning?.end)),
      ),
      foreignKeys: byName(foreignKeys),
      // The check that a period brings along is called as it is.
      checks: byName(checksOf(row.name, place).filter(({ name }) => name !== period?.name)),
      engine: row.engine ?? '',
      charset: catalogue.charsetOf(collation),
      collation,
      ...(row.comment !== '' && { comment: row.comment }),
      options: readOptions(row.options ?? '').said,
      ...(partitioning && { partitioning }),
      ...(period && { period }),
      ...(versioning && { versioning }),
    },
    layout: {
      order,
      ...(beside.length > 0 && { beside }),
      ...(counted && { counter: String(counted.next) }),
      ...(reached && { reached: String(reached.next) }),
    } satisfies TableLayout as unknown as Json,
    ...(reading.with.has('column-order') && { extras: { 'mysql/column-order': order } }),
  });
}

/** The columns of a table, and the names of what their defaults use. */
function columnsOf(table: string, { catalogue, flavour }: Place) {
  const names = new Set<string>();
  const nameable = nameableIn(catalogue);
  const lexis = lexisWith(flavour.executedComments);
  const checks = checksOfColumns(table, catalogue, flavour);
  const references = new Map(
    catalogue.where('spatialReferences', 'table', table).map(({ column, srid }) => [column, srid]),
  );
  const definition = catalogue.where('shown', 'name', table)[0]?.text;
  const columns = catalogue.where('columns', 'table', table).map((row): ColumnSpec => {
    const check = checks.get(row.name);
    const beside = {
      check: check === undefined ? undefined : flavour.texts.expression(check),
      srid: references.get(row.name),
    };
    const column = readColumn(withWholeBytes(row, definition, lexis), beside, flavour);
    if (!column.default?.includes('.')) return column;
    const plain = withoutDatabase(column.default, catalogue.database.name, nameable, lexis);
    for (const name of plain.names) names.add(name);
    return { ...column, default: plain.text };
  });
  return { columns, names };
}

function checksOf(table: string, { catalogue, flavour }: Place): readonly CheckSpec[] {
  return catalogue.where('checks', 'table', table).flatMap(({ name, expression, enforced, level }) =>
    level === 'Column'
      ? []
      : [
          {
            name,
            expression: flavour.texts.expression(expression),
            ...(enforced === 'NO' && { notEnforced: true as const }),
          },
        ],
  );
}

function byName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => byCodeUnit(foldMember(a.name), foldMember(b.name)));
}
