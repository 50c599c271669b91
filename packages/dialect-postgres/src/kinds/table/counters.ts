import { type Address, type Hazard, partsOf, type RenderContext, type SchemaObject, type Statement } from '@sync/core';
import { schemaOf } from '../../schema-of.js';
import { quoteText } from '../../text/literal.js';
import { quoteName, quotePath } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { asItsTable, joinTable, leaveTable, placeOf } from '../access/as-its-table.js';
import { asideName } from '../renaming.js';
import { moveCounter } from '../sequence/move-counter.js';
import {
  beginsElsewhere,
  countsInside,
  countsWithin,
  losesNumbers,
  restarting,
  sequenceNamed,
} from '../sequence/other-bounds.js';
import { countingOptions, printSequence, type SequenceSpec } from '../sequence/spec.js';
import { printColumn, printIdentity } from './print.js';
import type { ColumnSpec, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;
type Identity = NonNullable<ColumnSpec['identity']>;
type Changes = Pick<RenderContext, 'change' | 'goal' | 'base' | 'origin'>;

/** What a column that counts with a sequence of its own, or as an identity, is to do instead. How far it has counted stays. */
export function changeIdentity(
  table: Table,
  before: ColumnSpec,
  after: ColumnSpec,
  context: Changes,
): readonly string[] {
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(after.name)}`;
  const inside = insideOf(table, after);
  const sequence = carriedSequence(before, after, context);
  const aside = sequence && asideOf(sequence);
  if (!after.identity) {
    if (!sequence || !aside) return [`${alter} DROP IDENTITY`];
    const { spec } = context.goal.get(sequence) as SchemaObject<SequenceSpec>;
    const specs = before.identity && { was: before.identity.options, is: spec };
    return [
      `CREATE SEQUENCE ${aside} ${printSequence(spec)}`,
      ...asItsTable(aside, table.address, context),
      moveCounter(quoteText(aside), inside, specs),
      `${alter} DROP IDENTITY`,
      `ALTER SEQUENCE ${aside} RENAME TO ${quoteName(partsOf(sequence).parts.at(-1) ?? '')}`,
    ];
  }
  const add = `${alter} ADD ${printIdentity(after.identity)}`;
  if (before.identity) return changeOptions(alter, inside, before.identity, after.identity);
  if (!sequence || !aside) return [add, countPast(table, after, after.identity)];
  const was = context.base.get(context.origin(sequence))?.spec as SequenceSpec | undefined;
  const specs = was && { was, is: after.identity.options };
  return [
    `ALTER SEQUENCE ${qualifiedAt(sequence)} OWNED BY NONE`,
    `ALTER SEQUENCE ${qualifiedAt(sequence)} RENAME TO ${quoteName(asideName)}`,
    add,
    moveCounter(inside, quoteText(aside), specs),
    `DROP SEQUENCE ${aside}`,
  ];
}

/** Whether an identity goes on behind the numbers that the rows have, since no sequence says how far they go. */
export function countsOn(before: ColumnSpec, after: ColumnSpec, context: Pick<RenderContext, 'change'>): boolean {
  return !before.identity && after.identity !== undefined && carriedSequence(before, after, context) === undefined;
}

/**
 * A new identity column of a table from which others have it. The server adds none to these in one statement: their rows get their numbers from a sequence that the
 * identity then takes the place of.
 */
export function addCountedColumn(table: Table, column: ColumnSpec, identity: Identity): readonly string[] {
  const aside = quotePath(schemaOf(table) ?? 'public', asideName);
  const { identity: _, ...rest } = column;
  const alter = `ALTER TABLE ${qualified(table)}`;
  const own = `${alter} ALTER COLUMN ${quoteName(column.name)}`;
  return [
    `CREATE SEQUENCE ${aside} ${printSequence(identity.options)}`,
    `${alter} ADD COLUMN ${printColumn({ ...rest, default: `nextval(${quoteText(aside)}::regclass)` })}`,
    `${own} DROP DEFAULT`,
    `${own} ADD ${printIdentity(identity)}`,
    moveCounter(insideOf(table, column), quoteText(aside)),
    `DROP SEQUENCE ${aside}`,
  ];
}

/** Has an identity go on behind the numbers that the rows have already; it would begin among them. */
function countPast(table: Table, column: ColumnSpec, { options }: Identity): string {
  const last = `${options.increment.startsWith('-') ? 'min' : 'max'}(${quoteName(column.name)})`;
  const [low, high] = options.increment.startsWith('-')
    ? [options.minimum, options.start]
    : [options.start, options.maximum];
  return `SELECT pg_catalog.setval(${insideOf(table, column)}, ${last}) FROM ${qualified(table)} HAVING ${last} BETWEEN ${low} AND ${high}`;
}

/** The sequence inside of an identity, as SQL. */
function insideOf(table: Table, { name }: ColumnSpec): string {
  return `pg_catalog.pg_get_serial_sequence(${quoteText(qualified(table))}, ${quoteText(name)})`;
}

function asideOf(sequence: Address): string {
  const { parts } = partsOf(sequence);
  return quotePath(parts.length > 1 ? (parts[0] ?? '') : 'public', asideName);
}

function changeOptions(alter: string, inside: string, before: Identity, after: Identity): readonly string[] {
  const specs = { was: before.options, is: after.options };
  const set = (options: readonly string[]) => options.map((option) => `SET ${option}`);
  // The type is that of the column.
  const wider = { ...specs, was: { ...specs.was, type: specs.is.type } };
  const all = [...set(countingOptions(after.options)), ...restarting({ ...specs, title: '' }).options];
  return [
    ...beginsElsewhere(wider, (options) => [alter, ...set(options)].join(' '), inside),
    [alter, `SET GENERATED ${after.always ? 'ALWAYS' : 'BY DEFAULT'}`, ...all].join(' '),
  ];
}

/** What has to hold of a column's numbers before it counts in another way, and what is lost of how far it has come. */
export function countingOn(
  table: Table,
  before: ColumnSpec,
  after: ColumnSpec,
  context: Changes,
): { readonly checks: readonly Statement[]; readonly hazards: readonly Hazard[] } {
  const { base, origin } = context;
  const carried = carriedSequence(before, after, context);
  const serial = carried && (base.get(origin(carried)) ?? context.goal.get(carried));
  const was = before.identity?.options ?? (serial?.spec as SequenceSpec | undefined);
  const is = after.identity?.options ?? (serial?.spec as SequenceSpec | undefined);
  if (!was || !is || (!carried && (!before.identity || !after.identity))) return { checks: [], hazards: [] };
  const [title, isSame] = [
    `column ${shown(table)}.${after.name}`,
    before.name === after.name && base.has(table.address),
  ];
  const isThere = isSame && origin(table.address) === table.address;
  const sequence = carried && !before.identity ? sequenceNamed(qualifiedAt(carried)) : insideNow(table, after.name);
  if (carried)
    return { checks: losesNumbers(was, is) ? [countsInside({ is, title, sequence, isThere })] : [], hazards: [] };
  const counter = { was, is, title, sequence, isThere };
  return { checks: countsWithin(counter), hazards: restarting(counter).hazards };
}

/** The sequence inside of an identity, as SQL that is null where there is none. */
function insideNow(table: Table, column: string): string {
  return `(
  SELECT d.objid FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid AND d.deptype = 'i'
    AND d.refobjid = pg_catalog.to_regclass(${quoteText(qualified(table))}) AND a.attname = ${quoteText(column)}
)`;
}

/**
 * The sequence of a serial column that becomes an identity, or the other way round, where it goes or comes with that: the column's own change makes it then, so that
 * the one goes on where the other stopped.
 */
export function carriedSequence(
  before: ColumnSpec,
  after: ColumnSpec,
  { change }: Pick<RenderContext, 'change'>,
): Address | undefined {
  const isSerial = !before.identity && after.identity !== undefined;
  if (!isSerial && (!before.identity || after.identity)) return undefined;
  const sequence = serialOf(isSerial ? before : after);
  return sequence && change(sequence)?.verb === (isSerial ? 'drop' : 'create') ? sequence : undefined;
}

/** The one sequence that a column owns and takes its values from. */
function serialOf({ owns = [], default: value }: ColumnSpec): Address | undefined {
  const [sequence] = owns;
  if (!sequence || owns.length > 1) return undefined;
  return value === `nextval(${quoteText(qualifiedAt(sequence))}::regclass)` ? sequence : undefined;
}

/** Whose sequences go with a column, apart from one that its identity takes the place of. */
export function changeOwned(
  table: Table,
  before: ColumnSpec,
  after: ColumnSpec,
  context: Changes,
): { readonly sql: readonly string[]; readonly hazards: readonly Hazard[] } {
  const [kept, had] = [new Set(after.owns), new Set(before.owns)];
  const place = `${qualified(table)}.${quoteName(after.name)}`;
  const carried = carriedSequence(before, after, context);
  // Another column that takes it says so itself.
  const left = (before.owns ?? []).filter(
    (each) =>
      !kept.has(each) && !placeOf(context.goal.get(each)) && each !== carried && context.change(each)?.verb !== 'drop',
  );
  const owned = (each: Address, by: string) => ({
    sql: [`ALTER SEQUENCE ${qualifiedAt(each)} OWNED BY ${by}`],
    hazards: [],
  });
  const all = [
    ...left.flatMap((each) => [owned(each, 'NONE'), leaveTable(each, table.address, context)]),
    ...(after.owns ?? []).flatMap((each) => [
      ...(had.has(each) ? [] : [joinTable(each, table.address, context)]),
      owned(each, place),
    ]),
  ];
  return { sql: all.flatMap(({ sql }) => sql), hazards: all.flatMap(({ hazards }) => hazards) };
}
