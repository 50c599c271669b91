import type { Address, Impossible, ObjectKind, RenderContext, SchemaObject } from '@sync/core';
import { qualifiedAt, shown } from '@sync/dialect-postgres';
import { type ColumnstoreSpec, columnstoreAt } from './columnstore-kind.js';
import { hypertableAt } from './hypertable-kind.js';
import { remakeAround } from './remake-around.js';

type Change = Parameters<ObjectKind['render']>[0];
type Refusal = (
  change: Change,
  context: RenderContext,
  kind: ObjectKind,
) => ReturnType<ObjectKind['render']> | undefined;

/** The way round a foreign key between hypertables. */
export const betweenHypertablesHint =
  'Rows of a hypertable refer to a plain table, or those of a plain table to it: keep one of the two a plain table, or look the reference up in a trigger.';

/** What the server refuses of a table whose rows are in the columnstore, by the types of deltas. */
const refusedInColumns: Readonly<Record<string, string>> = {
  'change-type': 'change the type of a column',
  'change-collation': 'change the collation of a column',
  'change-generated': 'change how a column is computed',
  'change-unlogged': 'change whether the table is logged',
};

const refusals: Readonly<Record<string, Refusal>> = {
  table: ofTable,
  'postgres/constraint': ofConstraint,
  index: ofIndex,
};

/** A kind that tells what a hypertable does not take before anything runs, with the way round it. */
export function restricting(kind: ObjectKind): ObjectKind {
  const refuse = refusals[kind.kind];
  if (!refuse) return kind;
  return { ...kind, render: (change, context) => refuse(change, context, kind) ?? kind.render(change, context) };
}

/** The columnstore of a table that has one before the plan, and after it. */
function columnstoreOf(table: Address, { base, goal, origin }: RenderContext) {
  const before = base.get(columnstoreAt(origin(table)));
  return before && goal.get(columnstoreAt(table)) ? (before as SchemaObject<ColumnstoreSpec>) : undefined;
}

function remedyFor(table: Address): string {
  return `In one plan take the columnstore of ${shown({ address: table })} out of the desired state, once its chunks are written back (SELECT decompress_chunk(c, true) FROM show_chunks('${qualifiedAt(table)}') c); make the change, and turn it on again in the next.`;
}

function ofTable(change: Change, context: RenderContext, kind: ObjectKind) {
  if (change.verb === 'create' || change.verb === 'drop') return remakeAround(kind, change, context);
  if (change.verb !== 'alter') return undefined;
  const table = change.to.address;
  const columnstore = columnstoreOf(table, context);
  if (!columnstore) return undefined;
  const { segmentBy = [], orderBy = [] } = columnstore.spec;
  const used = new Set([...segmentBy, ...orderBy.map(({ column }) => column)]);
  for (const { type, path } of change.deltas) {
    const what =
      type === 'drop-column' && used.has(path[1] ?? '') ? 'drop a column that it is kept by' : refusedInColumns[type];
    if (what === undefined) continue;
    return {
      impossible: `table ${shown(change.to)} is kept in the columnstore, where the server does not ${what} (${path[1] ?? shown(change.to)})`,
      hint: remedyFor(table),
    };
  }
  return undefined;
}

function ofConstraint(change: Change, context: RenderContext): Impossible | undefined {
  if (change.verb !== 'create') return undefined;
  const { parent, spec, name } = change.to;
  const { type, references } = spec as { readonly type: string; readonly references?: Address };
  if (parent === undefined) return undefined;
  const isHypertable = context.goal.has(hypertableAt(parent));
  if (
    type === 'foreign key' &&
    isHypertable &&
    references !== undefined &&
    context.goal.has(hypertableAt(references))
  ) {
    return {
      impossible: `foreign key ${name} leads from hypertable ${shown({ address: parent })} to hypertable ${shown({ address: references })}, which the server does not keep`,
      hint: betweenHypertablesHint,
    };
  }
  const isUnique = type === 'primary key' || type === 'unique' || type === 'exclusion';
  return isUnique ? inColumnstore(`constraint ${name}`, parent, context) : undefined;
}

function ofIndex(change: Change, context: RenderContext): Impossible | undefined {
  if (change.verb !== 'create' || change.to.parent === undefined) return undefined;
  const { unique } = change.to.spec as { readonly unique: boolean };
  return unique ? inColumnstore(`index ${change.to.name}`, change.to.parent, context) : undefined;
}

function inColumnstore(what: string, table: Address, context: RenderContext): Impossible | undefined {
  if (!columnstoreOf(table, context)) return undefined;
  return {
    impossible: `${what} forbids rows of ${shown({ address: table })} that are alike, and the server takes none such while the table is kept in the columnstore`,
    hint: remedyFor(table),
  };
}
