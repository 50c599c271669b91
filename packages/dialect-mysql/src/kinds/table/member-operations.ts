import type { Flavour } from '../../flavour.js';
import { checksRows } from '../../hazards.js';
import { foldMember, quoteName } from '../../text/names.js';
import { type Cost, greatest } from './costs.js';
import type { Sides, TableDifference } from './difference.js';
import { foreignKeyOperations, makingWay, type Neighbours } from './foreign-key-operations.js';
import type { Operation } from './operation.js';
import { printCheck, printIndex } from './print.js';
import { renameIndex, withRenamedIndexes } from './renamed-indexes.js';
import { type ClearedSides, clearingSpatial } from './spatial-indexes.js';
import { type CheckSpec, type IndexSpec, primary } from './spec.js';

/** What is done to indexes, checks and foreign keys of a table. */
export function memberOperations(
  difference: TableDifference,
  flavour: Flavour,
  { isReferredTo, ...neighbours }: Neighbours & { readonly isReferredTo: boolean },
): readonly Operation[] {
  return [
    ...foreignKeyOperations(difference, flavour, neighbours),
    ...checkOperations(difference.checks, difference, { flavour, neighbours }),
    ...indexOperations(clearingSpatial(withRenamedIndexes(difference, flavour), difference, flavour), difference, {
      flavour,
      isReferredTo,
    }),
  ];
}

/** Beside an index over vectors others are only built, dropped and renamed by a copy, and so is that itself. */
function copiesIndexes({ from, to }: TableDifference): boolean {
  return [from, to].some(({ spec }) => spec.indexes.some(({ type }) => type === 'VECTOR'));
}

function indexOperations(
  sides: ClearedSides,
  difference: TableDifference,
  { flavour, isReferredTo }: { readonly flavour: Flavour; readonly isReferredTo: boolean },
): readonly Operation[] {
  const gone = new Set(difference.columns.dropped.map(({ name }) => foldMember(name)));
  const usesGone = ({ parts }: IndexSpec) =>
    parts.some(({ column }) => column !== undefined && gone.has(foldMember(column)));
  const copies = copiesIndexes(difference);
  const counters = new Set(
    difference.columns.dropped.flatMap(({ name, autoIncrement }) => (autoIncrement ? [foldMember(name)] : [])),
  );
  const countsForGone = ({ parts }: IndexSpec) => counters.has(foldMember(parts[0]?.column ?? ''));
  const dropping = (index: IndexSpec) => {
    if (copies || isMadeByCopy(index)) return 'copy';
    if (index.name === primary && difference.from.spec.partitioning) return flavour.costs.primaryKeyOfParted;
    // A counter and the key that it counts for go in one statement, which takes a column out of each row.
    return countsForGone(index) ? greatest(['rebuild', flavour.costs.dropIndex]) : flavour.costs.dropIndex;
  };
  const isAlone = standingAlone(sides);
  const givesWay = givingWay(sides, difference, isReferredTo);
  const hasPrimary = sides.added.some(({ name }) => name === primary);
  return [
    ...sides.dropped.map(
      (index): Operation => ({
        clause: index.name === primary ? 'DROP PRIMARY KEY' : `DROP INDEX ${quoteName(index.name)}`,
        stage: givesWay(index) && !isAlone(index) ? 'build' : 'clear',
        cost: index.name === primary && !hasPrimary ? 'copy' : dropping(index),
        summary: index.name === primary ? 'drop the primary key' : `drop index ${index.name}`,
        ...(isAlone(index) && { alone: true }),
        ...(sides.ahead.has(index) && { ahead: true }),
        ...(givesWay(index) && usesGone(index) && { together: true }),
      }),
    ),
    // Whether queries use one is said of the name that it has by then.
    ...sides.renamed.flatMap((pair) => renameIndex(pair, flavour, copies ? 'copy' : 'in-place')),
    ...sides.changed.flatMap((pair): readonly Operation[] =>
      onlyUse(pair.from, pair.to)
        ? [changeUse(pair.to, flavour)]
        : [
            {
              clause: pair.from.name === primary ? 'DROP PRIMARY KEY' : `DROP INDEX ${quoteName(pair.from.name)}`,
              stage: isAlone(pair.from) ? 'clear' : 'build',
              cost: dropping(pair.from),
              summary: isAlone(pair.from) ? `drop index ${pair.from.name}` : '',
              ...(isAlone(pair.from) && { alone: true }),
              ...(usesGone(pair.from) && { together: true }),
            },
            {
              ...addIndex(pair.to, difference, { flavour, isAlone }),
              summary: `replace ${pair.to.name === primary ? 'the primary key' : `index ${pair.to.name}`}`,
            },
          ],
    ),
    ...sides.added.map((index) => addIndex(index, difference, { flavour, isAlone })),
  ];
}

/**
 * Which indexes a foreign key may need until another one is there that begins as they do: the two trade places in one statement, or the server finds the first in use (error
 * 1553). https://dev.mysql.com/doc/refman/9.7/en/create-table-foreign-keys.html#foreign-key-restrictions
 */
function givingWay(
  { added, changed }: ClearedSides,
  { to }: TableDifference,
  isReferredTo: boolean,
): (index: IndexSpec) => boolean {
  const first = ({ parts }: IndexSpec) => foldMember(parts[0]?.column ?? '');
  const coming = new Set([...added, ...changed.map((pair) => pair.to)].map(first));
  const ofKeys = new Set(to.spec.foreignKeys.flatMap(({ columns }) => columns.map(foldMember)));
  return (index) => index.name !== primary && coming.has(first(index)) && (isReferredTo || ofKeys.has(first(index)));
}

function onlyUse({ unused: _, ...from }: IndexSpec, { unused: __, ...to }: IndexSpec): boolean {
  return JSON.stringify(from) === JSON.stringify(to);
}

function changeUse({ name, unused }: IndexSpec, { costs, unusedIndex }: Flavour): Operation {
  return {
    clause: `ALTER INDEX ${quoteName(name)} ${unused ? unusedIndex.off : unusedIndex.on}`,
    stage: 'build',
    cost: costs.changeIndexUse,
    summary: `${unused ? 'have no query use' : 'have queries use'} index ${name}`,
  };
}

/** Which indexes come and go by themselves: what is computed, and words where there are several, of which the server builds one at a time in place. */
function standingAlone({ added, changed }: ClearedSides): (index: IndexSpec) => boolean {
  const isOfWords = ({ type }: IndexSpec) => type === 'FULLTEXT';
  const hasSeveral = [...added, ...changed.map((pair) => pair.to)].filter(isOfWords).length > 1;
  return (index) => isComputed(index) || (hasSeveral && isOfWords(index));
}

interface Adding {
  readonly flavour: Flavour;
  readonly isAlone: (index: IndexSpec) => boolean;
}

function addIndex(index: IndexSpec, difference: TableDifference, { flavour, isAlone }: Adding): Operation {
  const { to } = difference;
  const isWord = index.type === 'FULLTEXT' || index.type === 'SPATIAL' || index.type === 'VECTOR';
  const text = index.name === primary ? 'a primary key' : `index ${index.name}`;
  const timed = index.period === undefined ? [] : [`${index.period} without overlaps`];
  const list = [...index.parts.map(({ column, expression }) => column ?? expression), ...timed].join(', ');
  return {
    clause: `ADD ${printIndex(index, flavour)}`,
    stage: 'build',
    cost: costOfAdding(index, difference, flavour),
    summary: `add ${text}`,
    about: `index ${index.name}`,
    ...((isWord || isComputed(index)) && { shared: true }),
    ...(numbersDocuments(index, difference) && { rebuilds: true }),
    ...(isAlone(index) && { alone: true }),
    ...(index.unique && { hazards: [checksRows(to.name, `${text} (${list}), which is unique`)] }),
    // A counter is only taken with the key that it counts for.
    ...(hasCounter(index, to) && { together: true }),
  };
}

/**
 * Whether rows get a number each for it, which they have not got yet: with the first index of words.
 * https://dev.mysql.com/doc/refman/9.7/en/innodb-fulltext-index.html#innodb-fulltext-index-docid
 */
function numbersDocuments(index: IndexSpec, { from, to }: TableDifference): boolean {
  const isOfWords = ({ type }: IndexSpec) => type === 'FULLTEXT';
  if (from.spec.indexes.some(isOfWords) || from.spec.columns.some(({ name }) => name === 'FTS_DOC_ID')) return false;
  return to.spec.indexes.find(isOfWords)?.name === index.name;
}

function costOfAdding(index: IndexSpec, difference: TableDifference, { costs }: Flavour): Cost {
  if (copiesIndexes(difference) || isMadeByCopy(index)) return 'copy';
  if (index.name !== primary) return 'in-place';
  const { indexes, partitioning } = difference.from.spec;
  return partitioning && indexes.some(({ name }) => name === primary) ? costs.primaryKeyOfParted : 'rebuild';
}

/** A column that nobody sees holds the values of an expression: it comes and goes with the index. */
export function isComputed({ parts }: IndexSpec): boolean {
  return parts.some(({ expression }) => expression !== undefined);
}

/** The server finds it in the way of its own column, and takes nothing but a copy. */
export function isMadeByCopy(index: IndexSpec): boolean {
  return index.unique === true && isComputed(index);
}

function hasCounter({ parts }: IndexSpec, { spec }: TableDifference['to']): boolean {
  const counting = new Set(spec.columns.flatMap(({ name, autoIncrement }) => (autoIncrement ? [name] : [])));
  return counting.size > 0 && parts.some(({ column }) => column !== undefined && counting.has(column));
}

function checkOperations(
  { dropped, added, changed }: Sides<CheckSpec>,
  { to, renames }: TableDifference,
  { flavour, neighbours }: { readonly flavour: Flavour; readonly neighbours: Neighbours },
): readonly Operation[] {
  const { costs } = flavour;
  // A column cannot be renamed as long as a check names it.
  const together = renames.length > 0 && { together: true as const };
  const drop = ({ name }: CheckSpec, summary: string): Operation => ({
    clause: `DROP CONSTRAINT ${quoteName(name)}`,
    stage: 'clear',
    cost: costs.dropCheck,
    summary,
    ...together,
  });
  const add = (check: CheckSpec, summary: string): Operation => ({
    clause: `ADD ${printCheck(check)}`,
    stage: 'build',
    cost: check.notEnforced ? 'instant' : 'copy',
    summary,
    about: `check ${check.name}`,
    ...(!check.notEnforced && { hazards: [checksRows(to.name, `check ${check.name} (${check.expression})`)] }),
    ...together,
  });
  return [
    ...dropped.map((check) => {
      const beside = makingWay('checks', check, flavour, neighbours);
      const operation = drop(check, `drop check ${check.name}`);
      return beside.length > 0 ? { ...operation, ahead: true as const, beside } : operation;
    }),
    ...changed.flatMap((pair) => [drop(pair.from, ''), add(pair.to, `replace check ${pair.to.name}`)]),
    ...added.map((check) => add(check, `add check ${check.name}`)),
  ];
}
