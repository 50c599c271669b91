import {
  type Address,
  type Catalogue,
  type Hazard,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
  sql,
} from '@sync/core';
import { firesTriggers } from '../hazards.js';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import type { TriggerSpec } from '../kinds/trigger-kind.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { missingNoRows } from './hidden-rows.js';
import { keyParts } from './key-parts.js';

type Table = SchemaObject<TableSpec>;

/** How many rows a round writes: few enough that nobody waits long for one of them. */
const rowsARound = 1000;

/** How many blocks of a table without a usable key a round looks at, however wide its rows are. */
const blocksARound = 64;

/** How often a table without a usable key is gone through again for few rows, before those are written in one statement, which holds them for as long as it reads the table. */
const timesAnew = 3;

/** Gives every row that has no value in a column the column's default, some at a time. The state is the one that the step finds. */
export function fillColumn(table: Table, column: string, state: Catalogue): StepDraft {
  const name = quoteName(column);
  const filling = { table, column: name, value: 'DEFAULT', where: (of: string) => `${of}${name} IS NULL` };
  return {
    summary: `fill column ${column} of table ${shown(table)}`,
    sql: [rounds(filling, primaryKey(table, state))],
    hazards: triggerHazards(table, state),
    atomic: false,
    ...missingNoRows(table),
  };
}

/** Gives a column what an expression says, in the rows that lack it, some at a time. */
export function fillFrom(table: Table, filling: Omit<Filling, 'table'>, state: Catalogue): StepDraft {
  return {
    summary: `fill column ${filling.column} of table ${shown(table)}`,
    sql: [rounds({ ...filling, table }, primaryKey(table, state))],
    hazards: triggerHazards(table, state),
    atomic: false,
    ...missingNoRows(table),
  };
}

/** Gives a column the values of another one, some rows at a time. */
export function copyColumn(
  table: Table,
  { before, after, name, cast }: ColumnCopy,
  { base, goal, change, origin }: RenderContext,
): StepDraft {
  const [from, to] = [after.name, name].map(quoteName);
  const value = cast(`${from}`);
  const where = (of: string) => `${of}${to} IS NULL AND ${of}${from} IS NOT NULL`;
  const was = base.get(origin(table.address)) as Table | undefined;
  const key = primaryKey(table, goal, (at) => change(at) === undefined)?.map((column) =>
    column.name === after.name ? { ...column, type: before.type } : column,
  );
  const isSteady = key?.every((column) => column.name === after.name || isReadAs(was, column));
  return {
    summary: `copy column ${after.name} of table ${shown(table)} to the new one`,
    sql: [
      rounds({ table, column: `${to}`, value, where, gains: `(${value}) IS NOT NULL` }, isSteady ? key : undefined),
    ],
    hazards: triggerHazards(table, goal),
    atomic: false,
    ...missingNoRows(table),
  };
}

/** A column, and the name of another one that its values go to. */
interface ColumnCopy {
  readonly before: ColumnSpec;
  readonly after: ColumnSpec;
  readonly name: string;
  cast(column: string): string;
}

/** From the narrowest. The server compares a number of one with a number of another by the index of either. */
const wholeNumbers: readonly string[] = ['smallint', 'integer', 'bigint'];

/** Whether what a round is told of the last one can be read as the type that a column of a key is to have: it has that all along, or holds whole numbers of fewer digits until then. */
function isReadAs(before: Table | undefined, { name, type }: ColumnSpec): boolean {
  const was = before?.spec.columns.find((each) => each.name === name)?.type;
  if (was === undefined || was === type) return was !== undefined;
  return wholeNumbers.includes(was) && wholeNumbers.indexOf(was) < wholeNumbers.indexOf(type);
}

/** What is written into which rows; all of it SQL. */
interface Filling {
  readonly table: Table;
  readonly column: string;
  readonly value: string;
  /** Which rows lack it; `of` is what their columns are called by. */
  where(of: string): string;
  /** Which of them get a value, where that is to be known before they are written. */
  readonly gains?: string;
}

function rounds(filling: Filling, key: readonly ColumnSpec[] | undefined): Statement {
  return { ...(key ? byKey(filling, key) : byPlace(filling)), repeat: true };
}

function primaryKey(
  table: Table,
  state: Catalogue,
  isThere: (at: Address) => boolean = () => true,
): readonly ColumnSpec[] | undefined {
  const columns = new Map(table.spec.columns.map((column) => [column.name, column]));
  for (const child of state.children(table.address)) {
    if (child.kind !== 'postgres/constraint' || !isThere(child.address)) continue;
    const { type, definition } = child.spec as ConstraintSpec;
    if (type !== 'primary key') continue;
    const key = keyParts(definition)?.columns.map((name) => columns.get(name));
    return key?.every((column) => column !== undefined) ? (key as readonly ColumnSpec[]) : undefined;
  }
  return undefined;
}

/** In the order of the primary key, from where the last round ended. The bounds let the server look at nothing else. */
function byKey({ table, column, value, where }: Filling, key: readonly ColumnSpec[]): Statement {
  const names = key.map(({ name }) => quoteName(name));
  const list = names.join(', ');
  const row = (values: readonly string[]) => (values.length === 1 ? `${values[0]}` : `(${values.join(', ')})`);
  const start = row(key.map(({ type }, i) => `($1::json ->> ${i})::${type}`));
  return sql`
    WITH batch AS (
      SELECT ${list}
      FROM ${qualified(table)}
      WHERE $1::json IS NULL OR ${row(names)} > ${start}
      ORDER BY ${list}
      LIMIT ${rowsARound}
    ), last AS (
      SELECT ${list}
      FROM batch
      ORDER BY ${names.map((name) => `${name} DESC`).join(', ')}
      LIMIT 1
    ), filled AS (
      UPDATE ${qualified(table)}
      SET ${column} = ${value}
      WHERE ($1::json IS NULL OR ${row(names)} > ${start})
        AND ${row(names)} <= ${row(names.map((name) => `(SELECT ${name} FROM last)`))}
        AND ${where('')}
      RETURNING 1
    )
    SELECT
      (SELECT count(*) FROM filled) AS done,
      (SELECT json_build_array(${names.map((name) => `${name}::text`).join(', ')})::text FROM last) AS next
  `;
}

/**
 * Block by block, up to where the table ended when that began: what is written comes to lie behind that, and is not looked at again. Others may have moved a row to a block
 * that was done, and one that they move all the time is never where it was found: it begins anew for those, and what few are left in the end are written wherever they are
 * (`rest`). What the server finds moved as it writes is looked at again by all that is asked of a row, and its place is not asked for there. Where all that was written is
 * NULL, so is the default.
 */
function byPlace({ table, column, value, where, gains }: Filling): Statement {
  const name = qualified(table);
  const lacks = gains ? `${where('')} AND ${gains}` : where('');
  return sql`
    WITH RECURSIVE tree AS (
      SELECT to_regclass(${quoteText(name)})::oid AS oid
      UNION
      SELECT i.inhrelid
      FROM pg_inherits AS i
      JOIN tree ON tree.oid = i.inhparent
    ), sizes AS (
      SELECT
        max(pg_relation_size(c.oid) / current_setting('block_size')::bigint) AS last,
        greatest(1, least(${blocksARound}, coalesce(
          ceil(${rowsARound} * sum(c.relpages) FILTER (WHERE c.reltuples > 0) / sum(c.reltuples) FILTER (WHERE c.reltuples > 0)),
          8
        )) / nullif(count(*), 0))::bigint AS step
      FROM tree
      JOIN pg_class AS c ON c.oid = tree.oid AND c.relkind = 'r'
    ), place AS (
      SELECT
        coalesce(($1::json ->> 'block')::bigint, 0) AS block,
        CASE WHEN ($1::json ->> 'rest') IS NULL THEN coalesce(($1::json ->> 'last')::bigint, last) ELSE 0 END AS last,
        coalesce(($1::json ->> 'wrote')::boolean, false) AS wrote,
        coalesce(($1::json ->> 'nulls')::boolean, false) AS nulls,
        coalesce(($1::json ->> 'anew')::integer, 0) AS anew,
        step
      FROM sizes
    ), filled AS (
      UPDATE ${name}
      SET ${column} = ${value}
      WHERE ctid = ANY (ARRAY(
        SELECT format('(%s,%s)', page, item)::tid
        FROM place,
          generate_series(place.block, least(place.block + step, place.last) - 1) AS page,
          generate_series(1, current_setting('block_size')::bigint / 28) AS item
      )) AND ${lacks}
      RETURNING ${column} AS value
    ), rest AS (
      UPDATE ${name}
      SET ${column} = ${value}
      WHERE ($1::json ->> 'rest') IS NOT NULL AND ${lacks}
      RETURNING 1
    )
    SELECT
      (SELECT count(*) FROM filled) + (SELECT count(*) FROM rest) AS done,
      CASE
        WHEN block < last
        THEN json_build_object(
          'block', block + step, 'last', last, 'anew', anew,
          'wrote', wrote OR EXISTS (SELECT FROM filled WHERE value IS NOT NULL),
          'nulls', nulls OR EXISTS (SELECT FROM filled WHERE value IS NULL)
        )::text
        WHEN ($1::json ->> 'rest') IS NOT NULL OR nulls AND NOT wrote
        THEN NULL
        WHEN wrote AND (SELECT count(*) FROM (SELECT FROM ${name} WHERE ${lacks} LIMIT ${rowsARound + 1}) AS missed) > ${rowsARound}
        THEN json_build_object('anew', anew)::text
        WHEN EXISTS (SELECT FROM ${name} WHERE ${lacks})
        THEN CASE WHEN anew < ${timesAnew} THEN json_build_object('anew', anew + 1)::text ELSE '{"rest": true}' END
      END AS next
    FROM place
  `;
}

/** Adding a column at once fires nothing; writing rows does. */
function triggerHazards(table: Table, state: Catalogue): readonly Hazard[] {
  const triggers = state
    .children(table.address)
    .filter((child) => child.kind === 'postgres/trigger' && firesAtUpdate(child));
  return triggers.length > 0
    ? [
        firesTriggers(
          shown(table),
          triggers.map(({ name }) => name),
        ),
      ]
    : [];
}

function firesAtUpdate(trigger: SchemaObject): boolean {
  const { event, state } = trigger.spec as TriggerSpec;
  return state !== 'disabled' && /\bUPDATE\b/.test(event);
}
