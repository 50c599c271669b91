import { address, type Hazard, type Ref, type StepDraft } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { blocksWrites, copiesTable, rebuildsTable } from '../../hazards.js';
import type { LeadingKey } from '../../online/copy-keys.js';
import { foldMember, quoteName } from '../../text/names.js';
import { columnOperations, fullTextsOf } from './column-operations.js';
import {
  type Cost,
  type Costs,
  changesInPlace,
  costsBesideIndexedVirtual,
  costsCompressed,
  greatest,
  withoutPlace,
} from './costs.js';
import type { TableDifference } from './difference.js';
import type { Neighbours } from './foreign-key-operations.js';
import { isHeldByPartitions, leavePartitions } from './held-by-partitions.js';
import { changesWithTable } from './json-text.js';
import { memberOperations } from './member-operations.js';
import { openedAnew } from './opened-anew.js';
import type { Operation, Stage } from './operation.js';
import { hasTimedKey } from './period.js';
import { leavesPartitionsFirst, repartition } from './repartition.js';
import { type RowVersions, wearOf, withinVersions } from './row-versions.js';
import { isVirtual } from './spec.js';
import { tableOperations } from './table-operations.js';
import { costsWithHistory, historyOf } from './versioning.js';

const stages: readonly Stage[] = ['clear', 'columns', 'build', 'refer'];

const algorithms: { readonly [cost in Cost]: string } = {
  instant: 'INSTANT',
  'in-place': 'INPLACE',
  rebuild: 'INPLACE',
  copy: 'COPY',
};

/** The foreign keys of other tables that lead to one, and what of them is in the way of a copy of it. */
export interface Referring {
  readonly keys: readonly LeadingKey[];
  readonly changing?: string;
}

/** What of the rest of a plan counts for the changes of a table. */
export interface Surroundings extends Neighbours {
  /** Whether foreign keys of other tables lead to it. */
  readonly isReferredTo: boolean;
  readonly referring: Referring;
  /** Whether the plan makes it itself, so that there is nothing in it yet. */
  readonly isNew: boolean;
  readonly versions?: RowVersions;
}

/** The ALTER TABLE statements that lead from one state of a table to another: as few as there can be without one doing more to the table than it needs. */
export function alterTable(
  difference: TableDifference,
  flavour: Flavour,
  surroundings: Surroundings,
): readonly StepDraft[] {
  const drafts = alterationsOf(operationsOf(difference, flavour, surroundings), difference, flavour, surroundings);
  return surroundings.isNew ? drafts.map((draft) => ({ ...draft, hazards: [] })) : drafts;
}

/** The statements that make these operations, and deal out the rows anew where that is part of the difference. */
export function alterationsOf(
  operations: readonly Operation[],
  difference: TableDifference,
  flavour: Flavour,
  { versions }: Pick<Surroundings, 'versions'>,
): readonly StepDraft[] {
  const staged = inStages(operations);
  const within = withinVersions(staged, groupsOf(staged), versions);
  const altering = groupsOf(within).map((group) => alteration(group, difference));
  if (!difference.partitioning) return altering;
  const dealing = repartition(difference);
  const isHeld = altering.length > 0 && isHeldByPartitions(difference, flavour);
  if (leavesPartitionsFirst(difference) || (isHeld && !difference.to.spec.partitioning)) return [dealing, ...altering];
  return isHeld ? [leavePartitions(difference), ...altering, dealing] : [...altering, dealing];
}

function inStages(operations: readonly Operation[]): readonly Operation[] {
  return operations.toSorted((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage));
}

/** All that is done to a table, but for how its rows are dealt out. */
export function operationsOf(
  difference: TableDifference,
  flavour: Flavour,
  { isReferredTo, ...neighbours }: Omit<Surroundings, 'isNew' | 'versions' | 'referring'>,
): readonly Operation[] {
  const isInPlace = difference.from.spec.engine === changesInPlace;
  const own = { ...flavour, costs: isInPlace ? costsInPlace(difference, flavour) : flavour.costsElsewhere };
  const operations = [
    ...openedAnew(difference, flavour),
    ...memberOperations(difference, own, { ...neighbours, isReferredTo }),
    ...columnOperations(difference, own, isReferredTo),
    ...tableOperations(difference, own),
  ];
  const isCopied = isBesideHashedKey(difference, operations.length) || isBesideDocument(difference, operations.length);
  if (isCopied || [difference.from, difference.to].some(({ spec }) => hasTimedKey(spec)))
    return operations.map((each) => ({ ...each, cost: 'copy' }));
  if (isInPlace && copiesBesideVirtual(difference, flavour))
    return operations.map((each) => (each.cost === 'rebuild' ? { ...each, cost: 'copy' } : each));
  if (isInPlace && fullTextsOf(difference).length > 0) return operations.map((each) => besideFullText(each, own.costs));
  return isInPlace ? operations : operations.map((each) => ({ ...each, cost: withoutPlace(each.cost) }));
}

/**
 * Whether texts of any length are kept unique by a hash, which is a column that nobody sees: such a table is only ever changed by a copy, but that its indexes go.
 * https://mariadb.com/kb/en/getting-started-with-indexes/#unique-index
 */
function isBesideHashedKey({ from, to, indexes }: TableDifference, operations: number): boolean {
  const isHashed = ({ spec }: TableDifference['to']) =>
    spec.engine === changesInPlace && spec.indexes.some(({ unique, type }) => unique && type === 'HASH');
  return isHashed(to) || (isHashed(from) && operations !== indexes.dropped.length);
}

/** Whether a table is changed by a copy alone for a text of documents, but that this goes. */
function isBesideDocument({ from, columns }: TableDifference, operations: number): boolean {
  if (from.spec.engine !== changesInPlace || !changesWithTable(from.spec)) return false;
  const going = new Set(columns.dropped);
  const staying = from.spec.columns.filter((column) => !going.has(column));
  return operations !== columns.dropped.length || changesWithTable({ ...from.spec, columns: staying });
}

/** Where rows are written anew a full-text index is built anew, too, which no server does while others write. */
function besideFullText(operation: Operation, { columnsBesideFullText: cost }: Costs): Operation {
  return operation.cost === 'rebuild' ? { ...operation, cost, shared: true } : operation;
}

/** Whether the rows of a table are only written anew while nobody else writes. */
function copiesBesideVirtual({ from, indexes }: TableDifference, flavour: Flavour): boolean {
  if (!flavour.copiesBesideIndexedVirtual) return false;
  const virtual = new Set(from.spec.columns.filter(isVirtual).map(({ name }) => foldMember(name)));
  const going = new Set(indexes.dropped);
  return from.spec.indexes.some(
    (index) =>
      !going.has(index) && index.parts.some(({ column }) => column !== undefined && virtual.has(foldMember(column))),
  );
}

function costsInPlace(difference: TableDifference, flavour: Flavour): Costs {
  const withHistory = costsWithHistory(difference, flavour);
  const beside = copiesBesideVirtual(difference, flavour) ? costsBesideIndexedVirtual(withHistory) : withHistory;
  // No server builds two full-text indexes at a time in place.
  const costs: Costs = fullTextsOf(difference).length > 1 ? { ...beside, columnsBesideFullText: 'copy' } : beside;
  const { options, columns } = difference.from.spec;
  // The size of its blocks alone makes a table a compressed one: https://dev.mysql.com/doc/refman/9.7/en/innodb-compression-usage.html
  const isCompressed = options.some((option) => /^row_format=compressed$|^key_block_size=[1-9]/i.test(option));
  return isCompressed ? costsCompressed(costs, columns.some(isVirtual)) : costs;
}

/** The summary of the step that makes each part of a difference, by what that is: `column mail`, `index by_name`, `partitioning`. */
export function stepsByPart(
  difference: TableDifference,
  flavour: Flavour,
  surroundings: Surroundings,
): ReadonlyMap<string, string> {
  return new Map([
    ...groupsIn(difference, flavour, surroundings).flatMap((group) =>
      group.flatMap(({ about }) => (about === undefined ? [] : [[about, summaryOf(group, difference)] as const])),
    ),
    ...(difference.partitioning ? [['partitioning', repartition(difference).summary] as const] : []),
  ]);
}

/** Whether the server writes every value of a table again. */
export function isCopied(difference: TableDifference, flavour: Flavour, surroundings: Surroundings): boolean {
  return greatest(operationsOf(difference, flavour, surroundings).map(({ cost }) => cost)) === 'copy';
}

function groupsIn(
  difference: TableDifference,
  flavour: Flavour,
  surroundings: Surroundings,
): readonly (readonly Operation[])[] {
  return groupsOf(inStages(operationsOf(difference, flavour, surroundings)));
}

function summaryOf(operations: readonly Operation[], { to }: TableDifference): string {
  const summaries = operations.flatMap(({ summary }) => (summary === '' ? [] : [summary]));
  return `alter table ${to.name}: ${summaries.join(', ')}`;
}

/**
 * What writes the table anew takes everything along, since it is written once; what does not is better made apart, so that a column that is there at once does not wait
 * for an index. Foreign keys are only checked by a copy, and come last.
 */
function groupsOf(all: readonly Operation[]): readonly (readonly Operation[])[] {
  const ahead = all.filter((operation) => operation.ahead);
  const behind = all.filter((operation) => operation.behind);
  const operations = all.filter((operation) => !operation.ahead && !operation.behind);
  const { first, rest } = firstOf(operations);
  return [ahead, first, ...groupsOfRest(rest), behind].filter((group) => group.length > 0);
}

/** What comes before the rest, with what is in its way. */
function firstOf(operations: readonly Operation[]): Record<'first' | 'rest', readonly Operation[]> {
  const beside = operations.filter(({ stage, first }) => stage !== 'refer' && first === undefined);
  const isWritten = ['rebuild', 'copy'].includes(greatest(beside.map(({ cost }) => cost)));
  const isFirst = ({ first }: Operation) => first === 'always' || (first !== undefined && isWritten);
  if (!operations.some(isFirst)) return { first: [], rest: operations };
  // Checks are in the way of columns alone. One that went for the other name of an index would be missing until a later statement brings it back.
  const isInTheWay = operations.some((operation) => isFirst(operation) && operation.stage === 'columns');
  const goes = (operation: Operation) =>
    isFirst(operation) || (isInTheWay && operation.together && operation.stage === 'clear');
  return { first: operations.filter(goes), rest: operations.filter((operation) => !goes(operation)) };
}

function groupsOfRest(operations: readonly Operation[]): readonly (readonly Operation[])[] {
  const referring = operations.filter(({ stage }) => stage === 'refer');
  const beside = operations.filter(({ stage }) => stage !== 'refer');
  if (greatest(beside.map((operation) => operation.cost)) === 'copy') return [operations];
  const single = beside.filter(({ alone }) => alone);
  const others = beside.filter(({ alone }) => !alone);
  const cost = greatest(others.map((operation) => operation.cost));
  const isOne = cost === 'rebuild' || others.some(({ together }) => together);
  const groups = neighbours(others, isOne);
  const isFirst = ({ stage }: Operation) => stage === 'clear';
  return [
    ...single.filter(isFirst).map((operation) => [operation]),
    ...groups,
    ...single.filter((operation) => !isFirst(operation)).map((operation) => [operation]),
    referring,
  ];
}

/** Operations that follow each other and are of one cost, or whatever they cost where they have to be one; none with what stands apart. */
function neighbours(operations: readonly Operation[], isOne: boolean): readonly (readonly Operation[])[] {
  const groups: Operation[][] = [];
  const isApart = (one: Operation, other: Operation) =>
    one.apart === true || other.apart === true || (!isOne && one.apart !== other.apart);
  for (const operation of operations) {
    const last = groups.at(-1);
    const isAlike = last?.[0] && !isApart(last[0], operation) && (isOne || last[0].cost === operation.cost);
    if (isAlike) last.push(operation);
    else groups.push([operation]);
  }
  return groups;
}

function alteration(operations: readonly Operation[], difference: TableDifference): StepDraft {
  const { to } = difference;
  const history = historyOf(difference);
  const cost = greatest(operations.map((operation) => operation.cost));
  const isShared = cost === 'copy' || (cost !== 'instant' && operations.some(({ shared }) => shared));
  const lock = cost === 'instant' ? [] : [`LOCK=${isShared ? 'SHARED' : 'NONE'}`];
  const clauses = [...operations.map(({ clause }) => clause), `ALGORITHM=${algorithms[cost]}`, ...lock];
  return {
    summary: summaryOf(operations, difference),
    sql: [
      ...operations.flatMap(({ before = [] }) => before),
      { text: `ALTER TABLE ${quoteName(to.name)}\n  ${clauses.join(',\n  ')}` },
    ],
    hazards: [
      ...operations.flatMap(({ hazards = [] }) => hazards),
      ...(history.hazards ?? []),
      ...costHazards(operations, cost, isShared, to.name),
    ],
    ...(history.settings && { settings: history.settings }),
    ...wearOf(operations),
    ...placeOf(operations),
  };
}

/** When it is made, where that depends on what is done to the tables that foreign keys lead to. */
function placeOf(operations: readonly Operation[]): Partial<StepDraft> {
  const names = new Set(operations.flatMap(({ beside = [] }) => beside));
  if (names.size === 0) return {};
  const refs = Array.from(names, (name): Ref => ({ verb: 'alter', address: address('table', name) }));
  if (operations.every(({ ahead }) => ahead)) return { early: true, before: refs, preferBefore: refs };
  return { after: refs, ...(operations.every(({ behind }) => behind) && { late: true, preferAfter: refs }) };
}

function costHazards(
  operations: readonly Operation[],
  cost: Cost,
  isShared: boolean,
  table: string,
): readonly Hazard[] {
  const costly = operations.filter((operation) => operation.cost === cost && operation.summary !== '');
  const first = costly.find((operation) => operation.because === undefined) ?? costly[0] ?? operations[0];
  const because = first?.summary ?? '';
  switch (cost) {
    case 'copy':
      return [copiesTable(table, `there is no other way to ${because}`)];
    case 'rebuild':
      return isShared
        ? [blocksWrites(table, `it is built anew to ${because}`)]
        : [rebuildsTable(table, first?.because ?? `there is no other way to ${because}`)];
    case 'in-place':
      return isShared ? [blocksWrites(table, whyInPlace(costly, because))] : [];
    case 'instant':
      return [];
    default:
      return cost satisfies never;
  }
}

function whyInPlace(operations: readonly Operation[], because: string): string {
  const rebuilding = operations.find(({ rebuilds }) => rebuilds);
  return rebuilding ? `it is built anew to ${rebuilding.summary}` : `the server has to ${because}`;
}
