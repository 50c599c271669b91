import type { Address, Change, ConflictContext, RowConflict } from '@sync/core';
import { DefinitionReader } from '../../documents/reader.js';
import { quoteName } from '../../text/names.js';
import { mentionsColumn } from '../../text/rename-in.js';
import type { ConstraintSpec } from '../constraint/spec.js';
import type { IndexSpec } from '../index/spec.js';
import { ruleOf } from './conversion-conflicts.js';
import { type KeyTerms, keyTerms } from './key-terms.js';
import { placeOf, type RowSource, rowsToBe, rowsWhere, these } from './source.js';

type Single<S> = Exclude<Change<S>, { verb: 'replace' }>;

/** Rows that a new constraint does not allow. */
export function constraintConflicts(change: Single<ConstraintSpec>, context: ConflictContext): readonly RowConflict[] {
  if (change.verb !== 'create' && change.verb !== 'alter') return [];
  const { parent, spec } = change.to;
  const rows = rowsFor(parent, spec.definition, context);
  if (!rows || spec.unvalidated) return [];
  switch (spec.type) {
    case 'check':
      return checkConflicts(rows, spec.definition);
    case 'unique':
    case 'primary key':
      return alikeConflicts(rows, keyTerms(spec.definition));
    case 'exclusion':
      return exclusionConflicts(rows, keyTerms(spec.definition), spec.definition);
    case 'foreign key':
      return danglingConflicts(rows, spec, context);
    default:
      return spec.type satisfies never;
  }
}

/** Rows that a new unique index does not take. */
export function indexConflicts(change: Single<IndexSpec>, context: ConflictContext): readonly RowConflict[] {
  if (change.verb !== 'create' || !change.to.spec.unique) return [];
  const { parent, spec } = change.to;
  const rows = rowsFor(parent, spec.definition, context);
  return rows ? alikeConflicts(rows, keyTerms(spec.definition)) : [];
}

/** What speaks of values that nobody knows before they are there cannot be asked. */
function rowsFor(parent: Address | undefined, definition: string, context: ConflictContext): RowSource | undefined {
  const asks = (column: string) => mentionsColumn(definition, column);
  const rows = parent === undefined ? undefined : rowsToBe(parent, asks, context);
  return rows && rows.unknown.size > 0 ? undefined : rows;
}

function checkConflicts(rows: RowSource, definition: string): readonly RowConflict[] {
  const rule = ruleOf(definition);
  if (rule === undefined) return [];
  return [
    rowsWhere(
      rows,
      `NOT (${rule})`,
      (count) => `${placeOf(rows, [])}: ${these(count, 'does', 'do')} not satisfy ${definition}`,
    ),
  ];
}

function alikeConflicts(rows: RowSource, key: KeyTerms | undefined): readonly RowConflict[] {
  if (!key) return [];
  const list = key.terms.join(', ');
  const given = key.nullsAlike ? [] : key.terms.map((term) => `${term} IS NOT NULL`);
  const counting = [...(key.where === undefined ? [] : [`(${key.where})`]), ...given];
  const condition = counting.length > 0 ? ` WHERE ${counting.join(' AND ')}` : '';
  const from = `(SELECT ${rows.all}, count(*) OVER (PARTITION BY ${list}) AS "rows alike" FROM ${rows.from()}${condition}) AS alike`;
  const place = key.columns.length > 0 ? placeOf(rows, key.columns) : `${placeOf(rows, [])}, ${list}`;
  const tell = (count: number) =>
    `${place}: ${these(count, 'shares its values with another', 'share their values with others')}`;
  return [rowsWhere(rows, '"rows alike" > 1', tell, from)];
}

/** Each row is held against every other one. */
function exclusionConflicts(rows: RowSource, key: KeyTerms | undefined, definition: string): readonly RowConflict[] {
  if (!key?.operators) return [];
  const condition = key.where === undefined ? '' : ` WHERE (${key.where})`;
  const names = key.terms.map((_, i) => quoteName(`term ${i}`));
  const terms = key.terms.map((term, i) => `${term} AS ${names[i]}`).join(', ');
  const sided = (alias: string) => `(SELECT ${rows.all}, ${terms} FROM ${rows.from()}${condition}) AS ${alias}`;
  const meets = names.map((name, i) => `one.${name} ${key.operators?.[i] ?? '='} other.${name}`);
  const apart = '(one.ctid, one.tableoid) IS DISTINCT FROM (other.ctid, other.tableoid)';
  const where = `EXISTS (SELECT 1 FROM ${sided('other')} WHERE ${[apart, ...meets].join(' AND ')})`;
  const tell = (count: number) =>
    `${placeOf(rows, key.columns)}: ${these(count, 'meets another', 'meet others')} under ${definition}`;
  return [rowsWhere(rows, where, tell, sided('one'))];
}

function danglingConflicts(
  rows: RowSource,
  { definition, references }: ConstraintSpec,
  context: ConflictContext,
): readonly RowConflict[] {
  const reader = new DefinitionReader(definition);
  const columns = reader.accept('FOREIGN', 'KEY') ? reader.names() : undefined;
  const target = reader.accept('REFERENCES') ? reader.path() : [];
  const referenced = reader.names();
  if (!columns || !referenced || references === undefined) return [];
  const full = reader.accept('MATCH', 'FULL');
  const other = rowsToBe(references, (column) => referenced.includes(column), context);
  // A table that the plan makes and fills may have them all by then.
  if (!other && context.fills(references)) return [];
  if (other && other.unknown.size > 0) return [];
  const own = columns.map((name) => `own.${quoteName(name)}`);
  const matches = own.map((column, i) => `other.${quoteName(referenced[i] ?? '')} = ${column}`);
  const missing = other ? `NOT EXISTS (SELECT 1 FROM ${other.from('other')} WHERE ${matches.join(' AND ')})` : 'TRUE';
  const given = (how: string, by: string) => own.map((column) => `${column} ${how}`).join(by);
  const where = full
    ? `(${given('IS NOT NULL', ' OR ')}) AND (${given('IS NULL', ' OR ')} OR ${missing})`
    : `${given('IS NOT NULL', ' AND ')} AND ${missing}`;
  const ends = `to no row of "${target.at(-1) ?? ''}"`;
  const tell = (count: number) => `${placeOf(rows, columns)}: ${these(count, `refers ${ends}`, `refer ${ends}`)}`;
  return [rowsWhere(rows, where, tell, rows.from('own'))];
}
