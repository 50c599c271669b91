import type { Hazard, SchemaObject, StepDraft } from '@sync/core';
import { breaksClients, convertsValues, dropsColumn, rewritesTable, scansTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import type { TableDelta } from './deltas.js';
import { columnExtras, identityOptions, printColumn, printIdentity } from './print.js';
import type { ColumnSpec, TableSpec } from './spec.js';
import { typeChange } from './type-change.js';

type Table = SchemaObject<TableSpec>;

/** One step for each difference, in their order. */
export function alterTable(table: Table, deltas: readonly TableDelta[]): readonly StepDraft[] {
  return deltas.map((delta) => {
    const { sql, hazards = [], what } = alteration(table, delta);
    return { summary: `${what} of table ${shown(table)}`, sql: sql.map((text) => ({ text })), hazards };
  });
}

interface Alteration {
  readonly what: string;
  readonly sql: readonly string[];
  readonly hazards?: readonly Hazard[];
}

function alteration(table: Table, delta: TableDelta): Alteration {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const name = delta.path[1] ?? '';
  const { before, after } = delta;
  switch (delta.type) {
    case 'rename-column':
      return {
        what: `rename column ${String(delta.from)} to ${String(delta.to)}`,
        sql: [`${alter} RENAME COLUMN ${quoteName(String(delta.from))} TO ${quoteName(String(delta.to))}`],
        hazards: [breaksClients('column', `${shown(table)}.${String(delta.from)}`, String(delta.to))],
      };
    case 'drop-column':
      return {
        what: `drop column ${name}`,
        sql: [`${alter} DROP COLUMN ${quoteName(name)}`],
        hazards: before?.generated ? [] : [dropsColumn(shown(table), name)],
      };
    case 'add-column':
      return {
        what: `add column ${name}`,
        sql: after
          ? [`${alter} ADD COLUMN ${printColumn(after)}`, ...columnExtras(table, after).map(({ text }) => text)]
          : [],
        hazards: after ? addingHazards(table, after) : [],
      };
    case 'change-unlogged':
      return {
        what: 'change the persistence',
        sql: [`${alter} SET ${delta.to ? 'UNLOGGED' : 'LOGGED'}`],
        hazards: [rewritesTable(shown(table), 'because it is logged in another way')],
      };
    case 'change-options':
      return { what: 'change the storage parameters', sql: changeOptions(alter, delta) };
    default:
      if (before && after) return columnAlteration(table, delta, before, after);
      throw new TypeError(`${delta.type} is no difference of tables`);
  }
}

/** Values that each row computes for itself have to be written into each row. */
function addingHazards(table: Table, column: ColumnSpec): readonly Hazard[] {
  const needsValue = column.notNull && column.default === undefined && !column.identity && !column.generated;
  return [
    ...(column.identity || column.generated?.stored
      ? [rewritesTable(shown(table), `to fill in the column ${column.name}`)]
      : []),
    ...(needsValue ? [scansTable(shown(table), `for the column ${column.name}, which no row has a value for`)] : []),
  ];
}

function changeOptions(alter: string, { from, to }: TableDelta): readonly string[] {
  const [before, after] = [from, to].map((options) => (Array.isArray(options) ? options.map(String) : []));
  const nameOf = (option: string) => option.slice(0, option.indexOf('='));
  const kept = new Set(after?.map(nameOf));
  const gone = (before ?? []).map(nameOf).filter((name) => !kept.has(name));
  return [
    ...(after && after.length > 0 ? [`${alter} SET (${after.join(', ')})`] : []),
    ...(gone.length > 0 ? [`${alter} RESET (${gone.join(', ')})`] : []),
  ];
}

function columnAlteration(table: Table, delta: TableDelta, before: ColumnSpec, after: ColumnSpec): Alteration {
  const { name } = after;
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(name)}`;
  switch (delta.type) {
    case 'change-type':
    case 'change-collation':
      return { what: `change the type of column ${name}`, ...changeType(table, alter, before, after) };
    case 'change-default':
      return {
        what: `change the default of column ${name}`,
        sql: [after.default === undefined ? `${alter} DROP DEFAULT` : `${alter} SET DEFAULT ${after.default}`],
      };
    case 'change-not-null':
      return {
        what: after.notNull ? `forbid nulls in column ${name}` : `allow nulls in column ${name}`,
        sql: [`${alter} ${after.notNull ? 'SET' : 'DROP'} NOT NULL`],
        hazards: after.notNull ? [scansTable(shown(table), `for nulls in the column ${name}`)] : [],
      };
    case 'change-identity':
      return { what: `change the identity of column ${name}`, sql: changeIdentity(alter, before, after) };
    case 'change-generated':
      return { what: `stop computing column ${name}`, sql: [`${alter} DROP EXPRESSION`] };
    case 'change-storage':
      return {
        what: `change the storage of column ${name}`,
        sql: [`${alter} SET STORAGE ${after.storage ?? 'EXTENDED'}`],
      };
    case 'change-compression':
      return {
        what: `change the compression of column ${name}`,
        sql: [`${alter} SET COMPRESSION ${after.compression ?? 'default'}`],
      };
    case 'change-owns':
      return { what: `change the sequences that go with column ${name}`, sql: changeOwned(table, before, after) };
    default:
      throw new TypeError(`${delta.type} is no difference of columns`);
  }
}

/** A default of the old type would stand in the way; it is put back, or the new one set, right after. */
function changeType(table: Table, alter: string, before: ColumnSpec, after: ColumnSpec): Omit<Alteration, 'what'> {
  const collate = after.collation === undefined ? '' : ` COLLATE ${after.collation}`;
  const change = before.type === after.type ? 'free' : typeChange(before.type, after.type);
  const using = change === 'free' ? '' : ` USING ${quoteName(after.name)}::${after.type}`;
  const type = `${alter} TYPE ${after.type}${collate}${using}`;
  const put = before.default !== undefined && change !== 'free';
  const where = `${shown(table)}.${after.name}`;
  return {
    sql: put
      ? [
          `${alter} DROP DEFAULT`,
          type,
          ...(after.default === undefined ? [] : [`${alter} SET DEFAULT ${after.default}`]),
        ]
      : [type],
    hazards: [
      ...(change === 'lossy' ? [convertsValues(shown(table), after.name, before.type, after.type)] : []),
      ...(change === 'free' ? [] : [rewritesTable(shown(table), `because ${where} becomes ${after.type}`)]),
    ],
  };
}

function changeIdentity(alter: string, before: ColumnSpec, after: ColumnSpec): readonly string[] {
  if (!after.identity) return [`${alter} DROP IDENTITY`];
  if (!before.identity) return [`${alter} ADD ${printIdentity(after.identity)}`];
  const options = identityOptions(after.identity.options).replace(
    /(START|INCREMENT|MINVALUE|MAXVALUE|CACHE|NO CYCLE|CYCLE)\b/g,
    'SET $1',
  );
  return [`${alter} SET GENERATED ${after.identity.always ? 'ALWAYS' : 'BY DEFAULT'} ${options}`];
}

function changeOwned(table: Table, before: ColumnSpec, after: ColumnSpec): readonly string[] {
  const kept = new Set(after.owns);
  const place = `${qualified(table)}.${quoteName(after.name)}`;
  return [
    ...(before.owns ?? [])
      .filter((each) => !kept.has(each))
      .map((each) => `ALTER SEQUENCE ${qualifiedAt(each)} OWNED BY NONE`),
    ...(after.owns ?? []).map((each) => `ALTER SEQUENCE ${qualifiedAt(each)} OWNED BY ${place}`),
  ];
}
