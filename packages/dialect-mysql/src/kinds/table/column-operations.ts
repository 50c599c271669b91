import type { Hazard } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import {
  addsNotNull,
  addsRequiredColumn,
  breaksClients,
  convertsValues,
  dropsColumn,
  losesHistogram,
  replacesValues,
} from '../../hazards.js';
import { lexisWith } from '../../lexis.js';
import { foldMember, quoteName } from '../../text/names.js';
import { shapes } from '../../text/shapes.js';
import { type Cost, greatest } from './costs.js';
import { changedFacets, type Facet } from './deltas.js';
import { type Pair, type TableDifference, usualText } from './difference.js';
import { movedColumns } from './moved-columns.js';
import type { Operation } from './operation.js';
import { isPlain } from './plain-default.js';
import { printColumn } from './print.js';
import { remakes } from './remade.js';
import { remakeColumn } from './remake-column.js';
import { namesAny } from './rename-columns.js';
import { type ColumnSpec, hasHistogram, isRequired, orderOf, type TableSpec } from './spec.js';
import { typeFit } from './type-fit.js';

/** What is done to the columns of a table. */
export function columnOperations(
  difference: TableDifference,
  flavour: Flavour,
  isReferredTo: boolean,
): readonly Operation[] {
  const { columns, renames, to } = difference;
  const changed = new Map(columns.changed.map((pair) => [pair.to.name, pair]));
  const renamed = new Map(renames.map((rename) => [rename.to, rename.from]));
  const moved = difference.order ? movedColumns(orderOf(difference.from), orderOf(to)) : new Set<string>();
  const added = new Set(columns.added.map(({ name }) => name));
  const specs = new Map(to.spec.columns.map((column) => [column.name, column]));
  const facts = { difference, flavour, isReferredTo };
  const operations = orderOf(to).flatMap((name): readonly Placed[] => {
    const column = specs.get(name);
    if (!column) return [];
    if (added.has(name)) return [{ isNew: true, operation: addColumn(column, facts) }];
    if (!changed.has(name) && !renamed.has(name) && !moved.has(name)) return [];
    const changing = { ...facts, pair: changed.get(name), old: renamed.get(name), isMoved: moved.has(name) };
    return changeColumn(column, changing).map((operation) => ({ isNew: false, operation }));
  });
  // Where columns move, each finds the one before it where that is to be.
  const placed = difference.order
    ? operations
    : [...operations.filter(({ isNew }) => !isNew), ...operations.filter(({ isNew }) => isNew)];
  return [...columns.dropped.map((column) => dropColumn(column, facts)), ...placed.map(({ operation }) => operation)];
}

interface Placed {
  readonly isNew: boolean;
  readonly operation: Operation;
}

interface Facts {
  readonly difference: TableDifference;
  readonly flavour: Flavour;
  /** Whether foreign keys of other tables lead here. */
  readonly isReferredTo: boolean;
}

/** Whether it is computed when it is read. */
export function isVirtual({ generated }: ColumnSpec): boolean {
  return generated?.stored === false;
}

function hasFullText({ from }: TableDifference): boolean {
  return from.spec.indexes.some(({ type }) => type === 'FULLTEXT');
}

function dropColumn(column: ColumnSpec, { difference, flavour }: Facts): Operation {
  const { costs } = flavour;
  const dropping = hasFullText(difference) ? costs.columnsBesideFullText : costs.dropColumn;
  const isFollowed = hasVirtualBehind(column.name, orderOf(difference.from), difference);
  const droppingVirtual = isFollowed ? costs.dropVirtualBeforeAnother : costs.virtualColumn;
  return {
    clause: `DROP COLUMN ${quoteName(column.name)}`,
    stage: 'columns',
    cost: isVirtual(column) ? droppingVirtual : dropping,
    summary: `drop column ${column.name}`,
    hazards: column.generated ? [] : [dropsColumn(difference.to.name, column.name)],
    ...(hasFullText(difference) && { shared: true }),
    ...(isVirtual(column) ? { apart: true } : { versions: true }),
    ...(flavour.dropsApart && difference.from.spec.columns.some(isVirtual) && { apart: true }),
  };
}

function addColumn(column: ColumnSpec, { difference, flavour }: Facts): Operation {
  const { to, from } = difference;
  const order = orderOf(to);
  const place = order.indexOf(column.name);
  const isLast =
    place === order.length - 1 ||
    (!difference.order &&
      difference.columns.added.some(({ name }) => name === order.at(-1) && place >= orderOf(from).length));
  const after = place === 0 ? 'FIRST' : `AFTER ${quoteName(order[place - 1] ?? '')}`;
  return {
    clause: `ADD COLUMN ${printColumn(column, usualText(difference), flavour)}${isLast ? '' : ` ${after}`}`,
    stage: 'columns',
    cost: costOfAdding(column, isLast, { difference, flavour }),
    summary: `add column ${column.name}`,
    about: `column ${column.name}`,
    ...(isRequired(column) && { hazards: [addsRequiredColumn(to.name, column.name)] }),
    ...(hasFullText(difference) && { shared: true }),
    ...(column.autoIncrement && { together: true }),
    ...(isVirtual(column) ? { apart: true } : { versions: true }),
  };
}

function costOfAdding(
  column: ColumnSpec,
  isLast: boolean,
  { difference, flavour: { costs } }: Omit<Facts, 'isReferredTo'>,
): Cost {
  const { spec } = difference.from;
  if (column.generated?.stored || column.autoIncrement || column.check !== undefined) return 'copy';
  if (isVirtual(column)) {
    if (hasVirtualBehind(column.name, orderOf(difference.to), difference)) return 'copy';
    return spec.partitioning ? costs.addColumnNotLastAmongVirtual : costs.virtualColumn;
  }
  if (hasFullText(difference)) return costs.columnsBesideFullText;
  if (column.default !== undefined && !isPlain(column.default)) return costs.addColumnOfExpression;
  const ofShapes = column.notNull && shapes.has(column.type) ? costs.addColumnOfShapes : 'instant';
  if (isLast) return greatest([costs.addColumn, ofShapes]);
  const notLast = spec.columns.some(isVirtual) ? costs.addColumnNotLastAmongVirtual : costs.addColumnNotLast;
  return greatest([notLast, ofShapes]);
}

/** Whether behind a column there is one that is computed when it is read, and is there before the change: it moves. */
function hasVirtualBehind(name: string, order: readonly string[], { from }: TableDifference): boolean {
  const behind = new Set(order.slice(order.indexOf(name) + 1).map(foldMember));
  return from.spec.columns.some((column) => isVirtual(column) && behind.has(foldMember(column.name)));
}

interface Changing extends Facts {
  readonly pair: Pair<ColumnSpec> | undefined;
  readonly old: string | undefined;
  readonly isMoved: boolean;
}

function changeColumn(column: ColumnSpec, facts: Changing): readonly Operation[] {
  return facts.pair && remakes(facts.pair) ? remakeColumn(facts.pair, facts) : [alterColumn(column, facts)];
}

function alterColumn(column: ColumnSpec, facts: Changing): Operation {
  const { pair, old, difference, isMoved } = facts;
  const { to } = difference;
  const names = orderOf(to);
  const place = names.indexOf(column.name);
  const where = isMoved ? (place === 0 ? ' FIRST' : ` AFTER ${quoteName(names[place - 1] ?? '')}`) : '';
  const facets = pair ? changedFacets(pair.from, pair.to) : [];
  const isRename = old !== undefined && foldMember(old) !== foldMember(column.name);
  const isOfKey = facts.isReferredTo || difference.from.spec.foreignKeys.length > 0;
  const renaming = isOfKey ? facts.flavour.costs.renameColumnOfKey : 'instant';
  const hazards = [
    ...(isRename ? [breaksClients('column', `${to.name}.${old}`, column.name)] : []),
    ...(pair ? valueHazards(pair, facets, to.name) : []),
    ...(hasHistogram(difference.from, old ?? column.name) ? [losesHistogram(to.name, column.name)] : []),
  ];
  const head = { stage: 'columns', hazards, about: `column ${column.name}` } as const;
  if (!pair && !isMoved && old !== undefined)
    return {
      ...head,
      clause: `RENAME COLUMN ${quoteName(old)} TO ${quoteName(column.name)}`,
      cost: renaming,
      summary: `rename column ${old} to ${column.name}`,
    };
  const definition = `${printColumn(column, usualText(facts.difference), facts.flavour)}${where}`;
  const along = old === undefined ? '' : `rename column ${old} to ${column.name} and `;
  return {
    ...head,
    clause: old === undefined ? `MODIFY COLUMN ${definition}` : `CHANGE COLUMN ${quoteName(old)} ${definition}`,
    cost: greatest([
      ...(pair ? costsOfChange(pair, facets, facts) : []),
      ...(isMoved ? [facts.flavour.costs.reorder] : []),
      ...(old === undefined ? [] : [renaming]),
    ]),
    summary: `${along}change column ${column.name}`,
    ...(hasFullText(difference) && { shared: true }),
  };
}

function valueHazards(pair: Pair<ColumnSpec>, facets: readonly Facet[], table: string): readonly Hazard[] {
  const { from, to } = pair;
  const isConverted = typeFit(from, to) === 'converted' || (facets.includes('charset') && !isUnicode(to.charset));
  const shown = ({ type, charset }: ColumnSpec) => (charset === undefined ? type : `${type} of ${charset}`);
  return [
    ...(to.generated && !from.generated ? [replacesValues(table, to.name)] : []),
    ...(isConverted && !from.generated && !to.generated
      ? [convertsValues(table, to.name, shown(from), shown(to))]
      : []),
    ...(to.notNull && !from.notNull && !to.generated ? [addsNotNull(table, to.name)] : []),
  ];
}

function isUnicode(charset: string | undefined): boolean {
  return charset === 'utf8mb4';
}

function costsOfChange(
  pair: Pair<ColumnSpec>,
  facets: readonly Facet[],
  { difference, flavour }: Changing,
): readonly Cost[] {
  const { costs } = flavour;
  const isIndexed = difference.from.spec.indexes.some(({ parts }) =>
    parts.some(({ column }) => column === pair.to.name),
  );
  // What only names a column that is renamed is written again as it was.
  const changed = facets.length > 0 ? facets : (['generated'] as const);
  const hasStored = difference.from.spec.columns.some(({ generated }) => generated?.stored);
  return changed.map((facet): Cost => {
    switch (facet) {
      case 'default':
      case 'onUpdate':
      case 'comment':
      case 'invisible':
      case 'unversioned':
        return pair.to.generated?.stored ? costs.describeStored : 'instant';
      case 'type':
        return {
          same: 'instant',
          appended: 'instant',
          'wider-text': costs.widenText,
          wider: 'copy',
          converted: 'copy',
        }[typeFit(pair.from, pair.to)] as Cost;
      case 'collation':
        if (facets.includes('charset') || isComputedWith(pair.from.name, difference.from.spec, flavour)) return 'copy';
        return isIndexed ? costs.changeCollationIndexed : costs.changeCollation;
      case 'notNull':
        return hasFullText(difference) ? costs.columnsBesideFullText : hasStored ? 'copy' : costs.changeNull;
      case 'generated':
        return pair.from.generated?.stored === false && pair.to.generated?.stored === false
          ? costs.changeVirtual
          : 'copy';
      case 'srid':
        return costs.changeSpatialReference;
      case 'charset':
      case 'autoIncrement':
      case 'check':
        return 'copy';
      default:
        return facet satisfies never;
    }
  });
}

/** Whether something is computed from a column that the rows, or an index, hold: that other values are equal from then on is no reason for a server to compute it again. */
function isComputedWith(name: string, { columns, indexes, checks }: TableSpec, { executedComments }: Flavour): boolean {
  const expressions = [
    ...columns.flatMap(({ generated, check }) => [generated?.as, check]),
    ...indexes.flatMap(({ parts }) => parts.map(({ expression }) => expression)),
    ...checks.map(({ expression }) => expression),
  ];
  const [names, lexis] = [new Set([foldMember(name)]), lexisWith(executedComments)];
  return expressions.some((expression) => expression !== undefined && namesAny(expression, names, lexis));
}
