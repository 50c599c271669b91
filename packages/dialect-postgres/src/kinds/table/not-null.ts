import type { Hazard, RenderContext, SchemaObject } from '@sync/core';
import { endsGuarantee, scansTable } from '../../hazards.js';
import { notNullName } from '../../online/marks.js';
import type { ColumnRow } from '../../read/parts/columns.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import type { ColumnSpec, NotNullSpec, TableLayout, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** The names that the server gives, and leaves as they are when the column or the table gets another one. */
const usualName = /_not_null\d*$/;

/** Whether a constraint that forbids nulls is called as the server calls such. */
export function isUsualNotNull(name: string): boolean {
  return usualName.test(name);
}

/** What the constraint that forbids nulls has of its own. Its name counts where somebody gave it one. */
export function readNotNull(row: ColumnRow): NotNullSpec | undefined {
  if (row.notNullName === null || row.inherited) return undefined;
  const unvalidated = row.notNullUnvalidated === true;
  const spec: NotNullSpec = {
    ...((unvalidated || !usualName.test(row.notNullName)) && { name: row.notNullName }),
    ...(row.notNullNoInherit && { noInherit: true as const }),
    ...(unvalidated && { unvalidated: true as const }),
  };
  return Object.keys(spec).length > 0 ? spec : undefined;
}

/** What the server calls the constraints of columns, where nobody could tell. */
export function notNullsIn(table: string, rows: readonly ColumnRow[]): Pick<TableLayout, 'notNulls'> {
  const names = rows.flatMap(({ name, notNullName: own, inherited }) =>
    own === null || inherited || own === notNullName(table, name) ? [] : [[name, own] as const],
  );
  return names.length > 0 ? { notNulls: Object.fromEntries(names) } : {};
}

/** A column of a table with the name that the server has left to its constraint, where the table or the column was called otherwise. */
export function withKeptNotNull({ layout }: Table, column: ColumnSpec): ColumnSpec {
  const { notNulls = {} } = layout as unknown as Pick<TableLayout, 'notNulls'>;
  const kept = notNulls[column.name];
  if (!column.notNull || kept === undefined || column.notNullConstraint?.name !== undefined) return column;
  return { ...column, notNullConstraint: { ...column.notNullConstraint, name: kept } };
}

/** NOT NULL as it stands in the definition of a column. */
export function printNotNull({ notNull, notNullConstraint }: ColumnSpec): readonly string[] {
  if (!notNull) return [];
  const { name, noInherit } = notNullConstraint ?? {};
  return [`${name === undefined ? '' : `CONSTRAINT ${quoteName(name)} `}NOT NULL${noInherit ? ' NO INHERIT' : ''}`];
}

/** A constraint that is added where the column is there, as ALTER TABLE takes it. */
export function addNotNull({ name: column, notNullConstraint }: ColumnSpec): string {
  const { name, noInherit, unvalidated } = notNullConstraint ?? {};
  const given = name === undefined ? '' : `CONSTRAINT ${quoteName(name)} `;
  return `ADD ${given}NOT NULL ${quoteName(column)}${noInherit ? ' NO INHERIT' : ''}${unvalidated ? ' NOT VALID' : ''}`;
}

interface Alteration {
  readonly what: string;
  readonly sql: readonly string[];
  readonly hazards?: readonly Hazard[];
  readonly lock?: 'none';
}

/** Allows or forbids nulls. */
export function changeNotNull(table: Table, before: ColumnSpec, after: ColumnSpec, context: RenderContext): Alteration {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const column = `${alter} ALTER COLUMN ${quoteName(after.name)}`;
  const { notNullConstraint: was } = before;
  const { notNullConstraint: is } = after;
  if (!after.notNull) {
    const added = is?.unvalidated ? [`${alter} ${addNotNull(after)}`] : [];
    const hazards = [endsGuarantee(`table ${shown(table)}`, `NOT NULL of column ${after.name}`)];
    return { what: `allow nulls in column ${after.name}`, sql: [`${column} DROP NOT NULL`, ...added], hazards };
  }
  if (was?.unvalidated) {
    const more = retouch(table, before, after, context);
    const sql = [`${alter} VALIDATE CONSTRAINT ${quoteName(was.name ?? '')}`, ...more];
    return { what: `look for nulls in column ${after.name}`, sql, ...(more.length === 0 && { lock: 'none' }) };
  }
  return {
    what: `forbid nulls in column ${after.name}`,
    sql: [is ? `${alter} ${addNotNull(after)}` : `${column} SET NOT NULL`],
    hazards: [scansTable(shown(table), `for nulls in the column ${after.name}`)],
  };
}

/** Changes what the constraint has of its own, where nulls are allowed or forbidden as before. */
export function changeNotNullConstraint(
  table: Table,
  before: ColumnSpec,
  after: ColumnSpec,
  context: RenderContext,
): Alteration {
  const what = `change the NOT NULL constraint of column ${after.name}`;
  if (before.notNull !== after.notNull) return { what, sql: [] };
  const [was, is] = [before.notNullConstraint, after.notNullConstraint];
  const alter = `ALTER TABLE ${qualified(table)}`;
  if (after.notNull || (was && is)) return { what, sql: retouch(table, before, after, context) };
  return is
    ? { what: `forbid nulls in column ${after.name} from now on`, sql: [`${alter} ${addNotNull(after)}`] }
    : {
        what: `allow nulls in column ${after.name}`,
        sql: [`${alter} DROP CONSTRAINT ${quoteName(was?.name ?? '')}`],
        hazards: [endsGuarantee(`table ${shown(table)}`, `NOT NULL of column ${after.name}`)],
      };
}

function retouch(
  table: Table,
  { name: column, notNullConstraint: was }: ColumnSpec,
  { name: next, notNullConstraint: is }: ColumnSpec,
  { base, origin }: Pick<RenderContext, 'base' | 'origin'>,
): readonly string[] {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const from = base.get(origin(table.address)) as Table | undefined;
  const { notNulls = {} } = (from?.layout ?? {}) as unknown as Pick<TableLayout, 'notNulls'>;
  const old = was?.name ?? notNulls[column] ?? notNullName(from?.name ?? table.name, column) ?? '';
  const { notNulls: wanted = {} } = table.layout as unknown as Pick<TableLayout, 'notNulls'>;
  const usual = wanted[next] ?? notNullName(table.name, next) ?? old;
  const name = is?.name ?? (usualName.test(old) ? old : usual);
  return [
    ...(old === name ? [] : [`${alter} RENAME CONSTRAINT ${quoteName(old)} TO ${quoteName(name)}`]),
    ...(was?.noInherit === is?.noInherit
      ? []
      : [`${alter} ALTER CONSTRAINT ${quoteName(name)} ${is?.noInherit ? 'NO INHERIT' : 'INHERIT'}`]),
  ];
}
