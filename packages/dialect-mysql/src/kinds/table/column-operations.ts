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
import { type ColumnChange, columnChanges, placeOf, settledNames } from './column-changes.js';
import { type Cost, type Costs, greatest } from './costs.js';
import { changedFacets, type Facet } from './deltas.js';
import { type Pair, type TableDifference, usualText } from './difference.js';
import { fillsMoments, findMissing } from './filled-moments.js';
import { inTurn } from './in-turn.js';
import { isComputedWith, isHeldWith } from './is-computed-with.js';
import { isOver } from './is-over.js';
import { changesWhenDefined } from './json-text.js';
import { isComputed } from './member-operations.js';
import type { Operation } from './operation.js';
import { changeDefault } from './own-default.js';
import { isPlain } from './plain-default.js';
import { printColumn } from './print.js';
import { remakes } from './remade.js';
import { remakeColumn } from './remake-column.js';
import { withRenamedIndexes } from './renamed-indexes.js';
import { renamedUnderKeys } from './renamed-under-keys.js';
import {
  type ColumnSpec,
  hasHistogram,
  type IndexSpec,
  isRequired,
  isVirtual,
  orderOf,
  primary,
  type TableSpec,
} from './spec.js';
import { typeFit } from './type-fit.js';
import { costOfCharset, isInSameOrder } from './widen-charset.js';

/** What is done to the columns of a table. */
export function columnOperations(
  difference: TableDifference,
  flavour: Flavour,
  isReferredTo: boolean,
): readonly Operation[] {
  const settled = settledNames(difference);
  const underKeys = renamedUnderKeys(difference, flavour, isReferredTo);
  const facts = { difference, flavour, isReferredTo, settled, underKeys };
  return inTurn(columnChanges(difference), lexisWith(flavour.executedComments)).flatMap((change) => {
    const { from, to } = change;
    const operations = !to
      ? from
        ? [dropColumn(from, facts)]
        : []
      : from
        ? changeColumn(to, { ...facts, ...change })
        : [addColumn(to, facts)];
    if (to) settled.add(to.name);
    return operations;
  });
}

interface Facts {
  readonly difference: TableDifference;
  readonly flavour: Flavour;
  /** Whether foreign keys of other tables lead here. */
  readonly isReferredTo: boolean;
  /** The columns that stand where they are to be by now. */
  readonly settled: ReadonlySet<string>;
  /** Those whose other name no copy gives them. */
  readonly underKeys: ReadonlySet<string>;
}

/** The indexes of words that the table has. */
export function fullTextsOf({ from }: TableDifference): readonly IndexSpec[] {
  return from.spec.indexes.filter(({ type }) => type === 'FULLTEXT');
}

function hasFullText(difference: TableDifference): boolean {
  return fullTextsOf(difference).length > 0;
}

/** Whether an index of words is over a column. */
function isOfWords(name: string, difference: TableDifference): boolean {
  return fullTextsOf(difference).some((index) => isOver(index, name));
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

function addColumn(column: ColumnSpec, { difference, flavour, settled }: Facts): Operation {
  const { to } = difference;
  const order = orderOf(to);
  const isLast = !order.slice(order.indexOf(column.name) + 1).some((name) => settled.has(name));
  const where = isLast ? '' : ` ${placeOf(column.name, order, settled)}`;
  return {
    clause: `ADD COLUMN ${printColumn(column, usualText(difference), flavour)}${where}`,
    stage: 'columns',
    cost: costOfAdding(column, isLast, { difference, flavour }),
    summary: `add column ${column.name}`,
    about: `column ${column.name}`,
    ...(isRequired(column) && { hazards: [addsRequiredColumn(to.name, column.name)] }),
    // Each row is counted while it is written.
    ...((hasFullText(difference) || column.autoIncrement) && { shared: true }),
    ...(column.autoIncrement && { together: true }),
    ...(isVirtual(column) ? { apart: true } : { versions: true }),
  };
}

function costOfAdding(
  column: ColumnSpec,
  isLast: boolean,
  { difference, flavour: { costs } }: Pick<Facts, 'difference' | 'flavour'>,
): Cost {
  const { spec } = difference.from;
  if (column.generated?.stored || column.check !== undefined) return 'copy';
  if (column.autoIncrement) return costs.addCounter;
  if (isVirtual(column)) {
    if (hasVirtualBehind(column.name, orderOf(difference.to), difference)) return 'copy';
    return spec.partitioning ? costs.addColumnNotLastAmongVirtual : costs.virtualColumn;
  }
  if (hasFullText(difference)) return costs.columnsBesideFullText;
  if (column.default !== undefined && !isPlain(column.default)) return costs.addColumnOfExpression;
  const ofShapes = hasNoValue(column) ? costs.addColumnOfShapes : 'instant';
  if (isLast) return greatest([costs.addColumn, ofShapes]);
  const notLast = spec.columns.some(isVirtual) ? costs.addColumnNotLastAmongVirtual : costs.addColumnNotLast;
  return greatest([notLast, ofShapes]);
}

/** Whether a column must have a value and no row that is there has any that is one: no shape, and no day, as a session takes it that is strict. */
function hasNoValue({ type, notNull, default: usual }: ColumnSpec): boolean {
  return notNull === true && usual === undefined && (shapes.has(type) || /^date(?:time)?\b/.test(type));
}

/**
 * Whether behind a column there is one that is computed when it is read, and is there before the change: it moves. The one that nobody sees of an index over an
 * expression is behind all others.
 */
function hasVirtualBehind(name: string, order: readonly string[], { from, indexes }: TableDifference): boolean {
  const going = new Set([...indexes.dropped, ...indexes.changed.map((pair) => pair.from)]);
  if (from.spec.indexes.some((index) => isComputed(index) && !going.has(index))) return true;
  const behind = new Set(order.slice(order.indexOf(name) + 1).map(foldMember));
  return from.spec.columns.some((column) => isVirtual(column) && behind.has(foldMember(column.name)));
}

interface Changing extends Facts, ColumnChange {}

function changeColumn(column: ColumnSpec, facts: Changing): readonly Operation[] {
  return facts.pair && remakes(facts.pair)
    ? remakeColumn(facts.pair, {
        ...facts,
        place: placeOf(facts.pair.to.name, orderOf(facts.difference.to), facts.settled),
      })
    : alterColumn(column, facts);
}

function alterColumn(column: ColumnSpec, facts: Changing): readonly Operation[] {
  const { pair, old, isMoved } = facts;
  if (old === undefined) return [modifyColumn(column, facts)];
  const isUncopied = facts.underKeys.has(foldMember(column.name));
  const isRenamedAlone = !pair && !isMoved;
  if (!isRenamedAlone && !isUncopied) return [modifyColumn(column, facts)];
  const rename = renameColumn(column.name, old, facts);
  const first = losesIndex(column.name, facts) ? 'always' : 'where-written';
  if (isRenamedAlone) return [{ ...rename, ...(isUncopied && { first }) }];
  return [{ ...rename, first: 'always' }, modifyColumn(column, { ...facts, old: undefined })];
}

/** Whether an index over a column goes: one that comes for the key takes its place only where that names the column as it is called by then. */
function losesIndex(name: string, { difference, flavour }: Facts): boolean {
  const { dropped, changed } = withRenamedIndexes(difference, flavour);
  return [...dropped, ...changed.map((pair) => pair.from)].some((index) => isOver(index, name));
}

function renameColumn(name: string, old: string, facts: Changing): Operation {
  return {
    clause: `RENAME COLUMN ${quoteName(old)} TO ${quoteName(name)}`,
    stage: 'columns',
    cost: costOfRenaming(facts),
    summary: `rename column ${old} to ${name}`,
    about: `column ${name}`,
    hazards: hazardsOfRenaming(name, facts),
  };
}

function costOfRenaming({ difference, flavour, isReferredTo }: Facts): Cost {
  return isReferredTo || difference.from.spec.foreignKeys.length > 0
    ? flavour.costs.renameColumnOfKey
    : flavour.costs.renameColumn;
}

function hazardsOfRenaming(name: string, { difference, old = name }: Changing): readonly Hazard[] {
  const table = difference.to.name;
  const isRename = foldMember(old) !== foldMember(name);
  return [
    ...(isRename ? [breaksClients('column', `${table}.${old}`, name)] : []),
    ...(hasHistogram(difference.from, old) ? [losesHistogram(table, name)] : []),
  ];
}

function modifyColumn(column: ColumnSpec, facts: Changing): Operation {
  const { pair, old, difference, isMoved } = facts;
  const { to } = difference;
  const facets = pair ? changedFacets(pair.from, pair.to) : [];
  const isDefaultAlone = facets.length === 1 && facets[0] === 'default' && old === undefined && !isMoved;
  const setting = pair && isDefaultAlone ? changeDefault(pair, facts.flavour) : undefined;
  const along = old === undefined ? '' : `rename column ${old} to ${column.name} and `;
  return {
    clause: setting ?? defineAnew(column, facts),
    stage: 'columns',
    cost: greatest([
      ...(setting === undefined && changesWhenDefined(column) ? (['copy'] as const) : []),
      ...(pair ? costsOfChange(pair, facets, facts) : []),
      ...(isMoved ? [costOfMoving(column, facts)] : []),
      ...(isIndexedVirtual(old ?? column.name, difference) ? [facts.flavour.costs.defineIndexedVirtual] : []),
      ...(old === undefined ? [] : [costOfRenaming(facts)]),
    ]),
    summary: `${along}change column ${column.name}`,
    about: `column ${column.name}`,
    hazards: [...hazardsOfRenaming(column.name, facts), ...(pair ? valueHazards(pair, facets, to.name) : [])],
    ...(pair && fillsMoments(pair, facts.flavour) && { before: [findMissing(to.name, old ?? column.name)] }),
    ...(pair && facets.includes('collation') && isOfWords(pair.from.name, difference) && { shared: true }),
    // A key that it counted for goes in the same statement, or not before it.
    ...(pair?.from.autoIncrement && !column.autoIncrement && { together: true }),
  };
}

/** One that is computed when it is read goes to another place as it would come there. */
function costOfMoving(column: ColumnSpec, { flavour: { costs } }: Facts): Cost {
  return isVirtual(column) ? greatest([costs.reorder, costs.addColumnNotLastAmongVirtual]) : costs.reorder;
}

function defineAnew(column: ColumnSpec, { old, isMoved, difference, flavour, settled }: Changing): string {
  const where = isMoved ? ` ${placeOf(column.name, orderOf(difference.to), settled)}` : '';
  const definition = `${printColumn(column, usualText(difference), flavour)}${where}`;
  return old === undefined ? `MODIFY COLUMN ${definition}` : `CHANGE COLUMN ${quoteName(old)} ${definition}`;
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
  { difference, flavour, isReferredTo }: Changing,
): readonly Cost[] {
  const { costs } = flavour;
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
        return costOfType(pair, difference, flavour);
      case 'collation':
        if (facets.includes('charset') && isInSameOrder(pair)) return 'instant';
        if (isComputedWith(pair.from.name, difference.from.spec, flavour)) return 'copy';
        return costOfCollation(pair.to, difference.from.spec, costs);
      case 'notNull':
        return greatest([
          hasFullText(difference) ? costs.columnsBesideFullText : hasStored ? 'copy' : costs.changeNull,
          ...(fillsMoments(pair, flavour) ? (['copy'] as const) : []),
        ]);
      case 'generated':
        // A server that changes it at once computes nothing again of what the rows and the indexes hold by it.
        if (facets.includes('generated') && isHeldWith(pair.from.name, difference.from.spec, flavour)) return 'copy';
        return isVirtual(pair.from) && isVirtual(pair.to) ? costs.changeVirtual : 'copy';
      case 'srid':
        return costs.changeSpatialReference;
      case 'charset':
        return isReferredTo ? 'copy' : costOfCharset(pair, difference, costs);
      case 'autoIncrement':
        return pair.to.autoIncrement ? 'copy' : costs.takeCounter;
      case 'check':
        return 'copy';
      default:
        return facet satisfies never;
    }
  });
}

function costOfType(pair: Pair<ColumnSpec>, { from }: TableDifference, flavour: Flavour): Cost {
  const { costs } = flavour;
  const fit = typeFit(pair.from, pair.to);
  switch (fit) {
    case 'same':
      // Zeros that a number is filled up with are part of the text that is made from it.
      if (isFilledUp(pair) && isComputedWith(pair.from.name, from.spec, flavour)) return 'copy';
      return pair.to.generated?.stored ? costs.describeStored : 'instant';
    case 'appended':
      return 'instant';
    case 'wider-text':
      return costs.widenText;
    case 'wider':
    case 'converted':
      return 'copy';
    default:
      return fit satisfies never;
  }
}

function isFilledUp({ from, to }: Pair<ColumnSpec>): boolean {
  return [from, to].some(({ type }) => type.endsWith('zerofill'));
}

/** Whether a column that is computed when it is read is held by an index that stays: one that goes is gone before. */
function isIndexedVirtual(name: string, { from: { spec }, indexes }: TableDifference): boolean {
  const staying = spec.indexes.filter((index) => !indexes.dropped.includes(index));
  return (
    spec.columns.some((column) => foldMember(column.name) === foldMember(name) && isVirtual(column)) &&
    staying.some((index) => isOver(index, name))
  );
}

function costOfCollation({ name, type }: ColumnSpec, { indexes }: TableSpec, costs: Costs): Cost {
  if (/^(?:enum|set)\b/.test(type)) return costs.changeCollationOfList;
  const over = indexes.filter((index) => isOver(index, name));
  if (over.length === 0) return costs.changeCollation;
  const hasPrimary = indexes.some((index) => index.name === primary);
  // Without a primary key the rows may be in the order of a unique one.
  const isOfRows = over.some((index) => (hasPrimary ? index.name === primary : index.unique));
  return isOfRows ? costs.changeCollationOfKey : costs.changeCollationIndexed;
}
