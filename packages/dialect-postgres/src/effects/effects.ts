import type { Hazard, Observation } from '@sync/core';
import { buildsIndex, emptiesTable, locksTable, rewritesTable, scansTable } from '../hazards.js';
import { harmBetween } from './harm.js';
import { type Fact, factKey, type Landscape, type LockRow } from './landscape.js';
import { type LockMode, lockMode, stopsWriters, strongerMode } from './lock-modes.js';

/** Tells what a statement did from what stood there before and after it, and from the locks that its transaction held in the end. */
export function effectsOf(
  before: Landscape,
  after: Landscape,
  held: readonly LockRow[],
): Pick<Observation, 'hazards' | 'locks'> {
  const locks = strongest(before, held);
  const harm = harmBetween(before, after);
  const work = [...before.values()].flatMap((was): readonly Hazard[] => {
    if (was.of !== 'relation' || !holdsRows(was)) return [];
    const is = after.get(factKey('relation', was.id));
    return is ? workOn(was, is, { before, after, mode: locks.get(was.id) }) : [];
  });
  const hazards = [...harm, ...work];
  const told = new Set(hazards.flatMap(({ lock }) => lock ?? []));
  const others = [...locks].flatMap(([id, mode]): readonly Hazard[] => {
    const was = before.get(factKey('relation', id));
    return was && holdsRows(was) && stopsWriters(mode) && !told.has(mode) ? [locksTable(was.name, mode)] : [];
  });
  const named = [...locks].flatMap(([id, mode]) => {
    const was = before.get(factKey('relation', id));
    return was ? [{ on: was.name, lock: mode }] : [];
  });
  return { hazards: [...hazards, ...others], locks: named };
}

const kindsWithRows: ReadonlySet<unknown> = new Set(['r', 'p', 'm', 'f']);

function holdsRows({ state }: Fact): boolean {
  return kindsWithRows.has(state.kind);
}

function strongest(before: Landscape, held: readonly LockRow[]): ReadonlyMap<string, LockMode> {
  const locks = new Map<string, LockMode>();
  for (const { relation, mode } of held) {
    if (!before.has(factKey('relation', relation))) continue;
    const known = locks.get(relation);
    locks.set(relation, known ? strongerMode(known, lockMode(mode)) : lockMode(mode));
  }
  return locks;
}

interface Around {
  readonly before: Landscape;
  readonly after: Landscape;
  /** The lock on the table; none is known of what ran outside of a transaction. */
  readonly mode: LockMode | undefined;
}

/** What was done to all rows of a table. A new file for them that nothing was read for has none of them. */
function workOn(was: Fact, is: Fact, { before, after, mode }: Around): readonly Hazard[] {
  const reads = Number(is.state.scans) - Number(was.state.scans);
  if (was.state.file !== is.state.file) {
    if (was.state.space !== is.state.space) return [rewritesTable(is.name, 'in another tablespace')];
    const indexes = ownedBy(after, 'index', is);
    const isSorted = indexes.some(({ id }) => scansOf(after, id) > scansOf(before, id));
    // Each of its indexes is built again by reading what is there then.
    const isWritten = mode === undefined || isSorted || reads > indexes.length;
    return isWritten ? [rewritesTable(is.name, 'row by row', { canBeOnline: true })] : [emptiesTable(is.name)];
  }
  const lock = mode ?? 'SHARE UPDATE EXCLUSIVE';
  if (!stopsWriters(lock)) return [];
  const built = ownedBy(after, 'index', is).filter(
    (index) => before.get(factKey('index', index.id))?.state.file !== index.state.file,
  );
  if (built.length > 0) {
    return [buildsIndex(is.name, { unique: built.some(({ state }) => state.unique === true), lock })];
  }
  return reads > 0 ? [scansTable(is.name, why(is, before, after), lock)] : [];
}

function scansOf(facts: Landscape, id: string): number {
  return Number(facts.get(factKey('relation', id))?.state.scans ?? 0);
}

function why(table: Fact, before: Landscape, after: Landscape): string {
  const nulls = ownedBy(after, 'column', table).find(
    ({ id, state }) => state.notNull === true && before.get(factKey('column', id))?.state.notNull !== true,
  );
  if (nulls) return `for nulls in the column ${String(nulls.state.name)}`;
  const added = ownedBy(after, 'constraint', table).find(
    ({ id, state }) => state.validated === true && before.get(factKey('constraint', id))?.state.validated !== true,
  );
  return added ? `for the constraint ${added.name}` : 'to look at its rows';
}

function ownedBy(facts: Landscape, of: Fact['of'], { relation }: Fact): readonly Fact[] {
  return [...facts.values()].filter((fact) => fact.of === of && fact.relation === relation);
}
