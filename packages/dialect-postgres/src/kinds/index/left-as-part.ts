import { type Address, address, type Catalogue, partsOf, type RenderContext, type SchemaObject } from '@sync/core';
import { targetOf } from '../comment/target.js';
import type { TableSpec } from '../table/spec.js';
import { changeMarks, type IndexMarks, indexAt, type Marking, markDeltas } from './marks.js';
import { type PartMarks, partMarksOf, printPartMarks } from './part-marks.js';

type Marked = SchemaObject<IndexMarks>;

/**
 * What makes an index or a key as it is wanted that its table had as a part of another one, and keeps as it leaves: what was said of the part is said of it from then on,
 * which nobody asked for.
 */
export function leftAsPart(object: Marked, context: RenderContext): Marking {
  const { base, origin } = context;
  const table = origin(object.parent as Address);
  const [whole] = wholesAbove(table, base).filter((each) => isAlike(each, object));
  if (!whole) return { sql: [], hazards: [] };
  const said: Partial<PartMarks> = partMarksOf(whole).filter((part) => part.table === table)[0] ?? {};
  const { statistics, clustered, replicaIdentity, options = whole.spec.options } = said;
  const was: IndexMarks = {
    ...(options && options.length > 0 && { options }),
    ...(statistics && { statistics }),
    ...(clustered && { clustered }),
    ...(replicaIdentity && { replicaIdentity }),
  };
  const { sql, hazards } = changeMarks(object, markDeltas(was, object.spec), context);
  return { sql: [...sql, ...unsaid(object, said, context)], hazards };
}

/** What is said, on the way down, of the parts that a table has again as it joins; what is made with its parts says it itself. */
export function againAsPart(table: Address, { goal, change }: RenderContext): readonly string[] {
  return wholesAbove(table, goal)
    .filter(({ address: at }) => {
      const verb = change(at)?.verb;
      return verb !== 'create' && verb !== 'replace';
    })
    .flatMap((whole) =>
      partMarksOf(whole).flatMap((part) => (part.table === table ? [printPartMarks(whole, part).text] : [])),
    );
}

/** A comment that is wanted is an object of its own. */
function unsaid(
  object: Marked,
  { comment, keyComment }: Partial<PartMarks>,
  { goal }: RenderContext,
): readonly string[] {
  const commented = [
    ...(comment === undefined ? [] : [indexAt(object)]),
    ...(keyComment === undefined ? [] : [object.address]),
  ];
  return commented.filter((at) => !goal.has(commentOn(at))).map((at) => `COMMENT ON ${targetOf(at)} IS NULL`);
}

function commentOn(at: Address): Address {
  const { kind, parts } = partsOf(at);
  return address('postgres/comment', ...parts, kind);
}

/** The indexes and keys of the tables that a table is a partition of, directly or not. */
function wholesAbove(table: Address, base: Catalogue): readonly Marked[] {
  const { parents = [] } = (base.get(table)?.spec ?? {}) as Partial<TableSpec>;
  return parents.flatMap((parent) =>
    parent.bound === undefined
      ? []
      : [...(base.children(parent.table) as readonly Marked[]), ...wholesAbove(parent.table, base)],
  );
}

function isAlike({ kind, spec }: SchemaObject, other: SchemaObject): boolean {
  const [a, b] = [spec, other.spec].map(
    (each) => each as { readonly definition?: string; readonly unique?: boolean; readonly type?: string },
  );
  return kind === other.kind && a?.definition === b?.definition && a?.unique === b?.unique && a?.type === b?.type;
}
