import {
  address,
  byCodeUnit,
  type Change,
  type Delta,
  type Found,
  grouped,
  type ObjectKind,
  type Reading,
  type Rename,
  type SchemaObject,
  type Server,
  schemaObject,
  tokenize,
  unquote,
} from '@sync/core';
import { buildsView, dropsView } from '../hazards.js';
import { cassandraLexis } from '../lexis.js';
import { quoteName } from '../names.js';
import { type ColumnRow, type KeySpec, keyOf } from '../read/columns.js';
import { readSystem, scopeOf } from '../read/read.js';
import { changedProperties, propertyDelta } from '../table/deltas.js';
import { orderOf, printKey, printOptions } from '../table/print.js';
import { type Properties, propertiesIn, saidOf } from '../table/properties.js';
import { tableAddress } from '../types.js';
import { propertyStep } from './table-kind.js';

/** What makes a materialized view what it is. */
export interface ViewSpec extends KeySpec {
  readonly base: string;
  /** Absent where it has all columns of its table, those to come as well. */
  readonly columns?: readonly string[];
  readonly where: string;
  readonly properties: Properties;
}

interface ViewRow extends Readonly<Record<string, unknown>> {
  readonly view_name: string;
  readonly base_table_name: string;
  readonly include_all_columns: boolean;
  readonly where_clause: string;
}

/** Materialized views: their properties change, and whatever else is made anew from their table. */
export const viewKind: ObjectKind<ViewSpec> = {
  kind: 'materialized-view',
  title: 'materialized view',
  namespace: 'relation',
  inspect: inspectViews,
  compare(from, to) {
    const { properties: before, ...was } = from.spec;
    const { properties: after, ...is } = to.spec;
    if (JSON.stringify(was) !== JSON.stringify(is))
      return { replace: 'Cassandra alters the properties of a view alone' };
    const deltas = changedProperties(before, after).map(propertyDelta);
    return deltas.length > 0 ? deltas : [{ type: 'change-properties', path: ['properties'] }];
  },
  follow: followInView,
  // No column goes from a table that has views.
  survives: (_, change) => change.verb === 'alter' && !change.deltas.some(({ type }) => type === 'drop-column'),
  absence: 'correctness',
  render(change, { server }) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create materialized view ${change.to.name}`,
            sql: [{ text: printView(change.to, server) }],
            hazards: [buildsView(change.to.name, change.to.spec.base)],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop materialized view ${change.from.name}`,
            sql: [{ text: `DROP MATERIALIZED VIEW ${quoteName(change.from.name)}` }],
            hazards: [dropsView(change.from.name)],
          },
        ];
      case 'rename':
        return {
          impossible: `Cassandra cannot rename a materialized view: ${change.from.name} to ${change.to.name}`,
          hint: `Declare ${change.to.name} beside ${change.from.name}, have the application read it once it is built (system.built_views), and take ${change.from.name} out.`,
        };
      case 'alter':
        return alterView(change);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({
    head: `on ${spec.base}`,
    parts: [
      { type: 'primary key', text: `(${printKey(spec)})` },
      { type: 'where', text: spec.where },
      ...(spec.columns ? [{ type: 'columns', text: spec.columns.join(', ') }] : []),
      ...[...orderOf(spec), ...saidOf(spec.properties)].map((text) => ({ type: 'with', text })),
    ],
  }),
};

function alterView({ from, to }: Extract<Change<ViewSpec, Delta>, { verb: 'alter' }>) {
  return [propertyStep('materialized view', to.name, changedProperties(from.spec.properties, to.spec.properties))];
}

/** The statement that makes a view. */
function printView({ name, spec }: Pick<SchemaObject<ViewSpec>, 'name' | 'spec'>, server: Server): string {
  const columns = spec.columns ? spec.columns.map(quoteName).join(', ') : '*';
  const options = printOptions([...orderOf(spec), ...saidOf(spec.properties, server)]);
  return `CREATE MATERIALIZED VIEW ${quoteName(name)} AS
  SELECT ${columns}
  FROM ${quoteName(spec.base)}
  WHERE ${spec.where}
  PRIMARY KEY (${printKey(spec)})${options === '' ? '' : `\n ${options}`}`;
}

/** The server renames a column of the key in the views of its table, too. */
function followInView(object: SchemaObject<ViewSpec>, rename: Rename): SchemaObject<ViewSpec> {
  if (rename.of !== 'member' || rename.object !== tableAddress(object.spec.base)) return object;
  const { from, to } = rename;
  const renamed = (name: string) => (name === from ? to : name);
  const { columns, partitionKey, clustering, where, ...rest } = object.spec;
  return schemaObject({
    ...object,
    spec: {
      ...rest,
      ...(columns && { columns: columns.map(renamed).sort(byCodeUnit) }),
      partitionKey: partitionKey.map(renamed),
      clustering: clustering.map((part) => ({ ...part, column: renamed(part.column) })),
      where: tokenize(where, cassandraLexis)
        .map((token) => {
          const isName = token.type === 'word' || token.type === 'quoted';
          return isName && unquote(token, cassandraLexis) === from ? quoteName(to) : token.text;
        })
        .join(''),
    },
  });
}

async function* inspectViews(reading: Reading): AsyncGenerator<Found<ViewSpec>> {
  const scope = scopeOf(reading);
  const rows = await readSystem<ViewRow>(reading, 'views');
  if (rows.length === 0) return;
  const columns = grouped(await readSystem<ColumnRow>(reading, 'columns'), (row) => row.table_name);
  for (const row of rows) {
    const { view_name: name, base_table_name: base, include_all_columns: hasAll } = row;
    const own = columns.get(name) ?? [];
    const key = keyOf(own);
    yield {
      scope,
      object: schemaObject({
        kind: 'materialized-view',
        address: address('materialized-view', name),
        name,
        spec: {
          base,
          ...(!hasAll && { columns: own.map(({ column_name }) => column_name).sort(byCodeUnit) }),
          ...key,
          where: row.where_clause,
          properties: propertiesIn(row),
        },
        needs: [tableAddress(base)],
      }),
    };
  }
}
