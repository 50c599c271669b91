import {
  type Address,
  append,
  type Change,
  type Delta,
  type Found,
  type Json,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
} from '@sync/core';
import { rewritesTable } from '../hazards.js';
import { isConcurrent } from '../online/waiting.js';
import { type CarriedRow, carried } from '../read/parts/carried.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { shown } from '../text/qualified.js';
import { withBeside } from './beside.js';
import { indexTarget, targetOf } from './comment/target.js';

/** What is said again: a whole statement, and whether it moves what is there. */
interface Carried {
  readonly sql: string;
  readonly moves: boolean;
  /** The column that it is about. */
  readonly column: string | null;
}

const kinds: ReadonlySet<string> = new Set([
  'table',
  'index',
  'postgres/constraint',
  'postgres/materialized-view',
  'postgres/function',
  'postgres/procedure',
  'postgres/trigger',
]);

/** A kind whose objects keep what no kind covers where they are dropped and created again: it is read beside what makes them what they are, and said again. */
export function carrying<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  if (!kinds.has(kind.kind)) return kind;
  return {
    ...kind,
    inspect: (reading) => withCarried(kind.inspect(reading), reading),
    outdated: (planned, found, change) => [
      ...(kind.outdated?.(planned, found, change) ?? []),
      ...(change.verb === 'alter' ? [] : outdatedSayings(planned, found)),
    ],
    render(change, context) {
      const drafts = kind.render(change, context);
      return 'impossible' in drafts ? drafts : saying(drafts, change, context);
    },
  };
}

function saying(
  drafts: readonly StepDraft[],
  change: Exclude<Change, { verb: 'replace' }>,
  context: RenderContext,
): readonly StepDraft[] {
  const last = drafts.at(-1);
  if (change.verb !== 'create' || !last) return drafts;
  const whole = context.change(change.address);
  const was = whole?.verb === 'replace' ? whole.from : whole?.verb === 'create' ? whole.lost : undefined;
  if (!was) return drafts;
  const [before, after] = [carriedOf(was), carriedOf(change.to)];
  // What is made new on the way down was there before.
  const again = before.length > 0 ? before.filter(({ column }) => isSameColumn(column, was, change.to)) : after;
  if (again.length === 0) return drafts;
  const moves = again.some((each) => each.moves);
  return [
    ...drafts,
    {
      summary: `say again what was said of ${shown(change.to)}`,
      sql: again.map(({ sql }) => ({ text: sql })),
      hazards: moves ? [rewritesTable(shown(change.to), 'where and how it was kept', 'whole')] : [],
      ...((last.apart || isConcurrent(last)) && { apart: true }),
    },
  ];
}

/** What would be said again, and is not said so any more. */
function outdatedSayings(planned: SchemaObject, found: SchemaObject): readonly string[] {
  const sayings = (object: SchemaObject) =>
    new Set(carriedOf(object).flatMap(({ sql, column }) => (isSameColumn(column, planned, found) ? [sql] : [])));
  const [had, has] = [sayings(planned), sayings(found)];
  return [
    ...[...has].flatMap((sql) => (had.has(sql) ? [] : [`said since: ${sql}`])),
    ...[...had].flatMap((sql) => (has.has(sql) ? [] : [`no longer so: ${sql}`])),
  ];
}

/** What was said of a column is about one of its type. */
function isSameColumn(column: string | null, ...sides: readonly SchemaObject[]): boolean {
  if (column === null) return true;
  const [old, next] = sides.map(({ spec }) =>
    (spec as { readonly columns: readonly { readonly name: string; readonly type: string }[] }).columns.find(
      ({ name }) => name === column,
    ),
  );
  return old !== undefined && old.type === next?.type;
}

function carriedOf({ layout }: SchemaObject): readonly Carried[] {
  return (layout as { readonly carried?: readonly Carried[] } | undefined)?.carried ?? [];
}

async function* withCarried<S>(
  found: AsyncIterable<Found<S>> | Iterable<Found<S>>,
  reading: Reading,
): AsyncGenerator<Found<S>> {
  const catalogue = await readCatalogue(reading);
  const all = new Map<Address, Json[]>();
  for (const row of catalogue.rows(carried)) {
    const at = catalogue.addressOf(row.catalogue, row.oid);
    const sql = at && statement(at, row);
    if (at !== undefined && sql !== undefined) append(all, at, { sql, moves: row.moves, column: row.column });
  }
  yield* withBeside(found, 'carried', all);
}

/** The index of a constraint is called as that is. */
function statement(at: Address, { catalogue, tail }: CarriedRow): string | undefined {
  const isIndex = partsOf(at).kind === 'postgres/constraint' && catalogue === 'pg_class';
  const target = isIndex ? indexTarget(at) : targetOf(at);
  return target === undefined ? undefined : `ALTER ${target} ${tail}`;
}
