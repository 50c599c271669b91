import type { Hazard, Observation } from '@sync/core';
import {
  buildsIndex,
  emptiesTable,
  fillsMaterializedView,
  locksTable,
  rebuildsMaterializedView,
  rewritesTable,
  scansTable,
} from '../hazards.js';
import { allRowsOf } from './all-rows.js';
import { harmBetween } from './harm.js';
import { type Fact, factKey, joinedBy, type Landscape, type LockRow } from './landscape.js';
import { type LockMode, lockMode, stopsWriters, strongerMode } from './lock-modes.js';
import { ofStatement } from './statement-hints.js';

/** Tells what a statement did from what stood there before and after it, and from the locks that its transaction held in the end; of rows, of which a scratch database has none, from its text. */
export function effectsOf(
  before: Landscape,
  after: Landscape,
  held: readonly LockRow[],
  text = '',
): Pick<Observation, 'hazards' | 'locks'> {
  const locks = strongest(before, held);
  const harm = harmBetween(before, after, locks);
  const tables = [...before.values()].filter((was) => was.of === 'relation' && holdsRows(was));
  const work = new Map(
    tables.map((was) => {
      const is = after.get(factKey('relation', was.id));
      return [was.id, is ? workOn(was, is, { before, after, locks }) : []] as const;
    }),
  );
  const hazards = [
    ...harm.map(({ hazard }) => hazard),
    ...[...work.values()].flat(),
    ...filledIn(before, after),
    ...allRowsOf(text, before, held),
  ];
  const told = new Set(harm.map(({ on, hazard: { lock } }) => `${lock} ${on}`));
  const others = tables.flatMap((was): readonly Hazard[] => {
    const mode = locks.get(was.id);
    if (!mode || !stopsWriters(mode) || told.has(`${mode} ${was.id}`) || work.get(was.id)?.length) return [];
    return isLeftToReaders(was, mode) ? [] : [locksTable(was.name, mode)];
  });
  const named = [...locks].flatMap(([id, mode]) => {
    const was = before.get(factKey('relation', id));
    return was ? [{ on: was.name, lock: mode }] : [];
  });
  return { hazards: [...hazards, ...others].map(ofStatement), locks: named };
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

/** Nobody writes a materialized view but who fills it. */
function isLeftToReaders({ state }: Fact, mode: LockMode): boolean {
  return state.kind === 'm' && mode !== 'ACCESS EXCLUSIVE';
}

/** The materialized views that came with what their queries gave. */
function filledIn(before: Landscape, after: Landscape): readonly Hazard[] {
  return [...after.values()].flatMap(({ of, id, name, state }) =>
    of === 'relation' && state.kind === 'm' && state.filled === true && !before.has(factKey(of, id))
      ? [fillsMaterializedView(name)]
      : [],
  );
}

interface Around {
  readonly before: Landscape;
  readonly after: Landscape;
  /** By the numbers of relations; none is known of what ran outside of a transaction. */
  readonly locks: ReadonlyMap<string, LockMode>;
}

/** What was done to all rows of a table. */
function workOn(was: Fact, is: Fact, around: Around): readonly Hazard[] {
  const reads = Number(is.state.scans) - Number(was.state.scans);
  if (was.state.file !== is.state.file) return [exchanged(was, is, reads, around)];
  const { before, after, locks } = around;
  const lock = locks.get(was.id) ?? 'SHARE UPDATE EXCLUSIVE';
  if (!stopsWriters(lock)) return [];
  const built = ownedBy(after, 'index', is).filter(
    (index) => before.get(factKey('index', index.id))?.state.file !== index.state.file,
  );
  if (built.length > 0) return [building(is, built, lock, around)];
  if (reads === 0) return [];
  if (isLeftToReaders(is, lock)) return [fillsMaterializedView(is.name, 'Refresh it when there is little to do.')];
  return [scansTable(is.name, why(is, before, after), lock)];
}

/** A new file for the rows that nothing was read for has none of them: it was emptied, or is what a query gave. */
function exchanged(was: Fact, is: Fact, reads: number, { before, after, locks }: Around): Hazard {
  if (was.state.space !== is.state.space) return rewritesTable(is.name, 'in another tablespace', 'whole');
  const indexes = ownedBy(after, 'index', is);
  const isSorted = indexes.some(({ id }) => scansOf(after, id) > scansOf(before, id));
  // Each of its indexes is built again by reading what is there then.
  if (!locks.has(was.id) || isSorted || reads > indexes.length) {
    const how = ownedBy(after, 'column', is).some((column) => isFilled(column, before)) ? 'by-hand' : 'whole';
    return rewritesTable(is.name, 'row by row', how);
  }
  return is.state.kind === 'm'
    ? rebuildsMaterializedView(is.name, 'REFRESH … CONCURRENTLY lets others read; it takes a unique index.')
    : emptiesTable(is.name);
}

/** Whether a column came, or is of another type, in a way that a plan has steps for. */
function isFilled({ id, state }: Fact, before: Landscape): boolean {
  const was = before.get(factKey('column', id));
  return state.generated !== true && was?.state.type !== state.type;
}

/** Who plans a query wants every index of its tables for a moment, so that nobody reads a table of which one is built again. */
function building(table: Fact, built: readonly Fact[], lock: LockMode, { before, locks }: Around): Hazard {
  const again = built.filter(({ of, id }) => before.has(factKey(of, id)));
  if (again.length > 0) {
    const modes = again.flatMap(({ id }) => locks.get(id) ?? []);
    return buildsIndex(table.name, { lock: modes.reduce(strongerMode, lock), how: 'again' });
  }
  const excludes = built.some(({ state }) => state.excludes === true);
  const unique = excludes || built.some(({ state }) => state.unique === true);
  return buildsIndex(table.name, { unique, lock, how: excludes ? 'at-once' : 'concurrently' });
}

function scansOf(facts: Landscape, id: string): number {
  return Number(facts.get(factKey('relation', id))?.state.scans ?? 0);
}

function why(table: Fact, before: Landscape, after: Landscape): string {
  const nulls = ownedBy(after, 'column', table).find(
    ({ id, state }) => state.notNull === true && before.get(factKey('column', id))?.state.notNull !== true,
  );
  if (nulls) return `for nulls in the column ${String(nulls.state.name)}`;
  const [above] = joinedBy(table, before, after);
  if (above) return `for whether its rows fit into ${above.name}`;
  const added = ownedBy(after, 'constraint', table).find(
    // A trigger that is made as a constraint looks at no rows.
    ({ id, state: { type, validated } }) =>
      type !== 't' && validated === true && before.get(factKey('constraint', id))?.state.validated !== true,
  );
  return added ? `for the constraint ${added.name}` : 'to look at its rows';
}

function ownedBy(facts: Landscape, of: Fact['of'], { relation }: Fact): readonly Fact[] {
  return [...facts.values()].filter((fact) => fact.of === of && fact.relation === relation);
}
