import type { Address, Change, Delta, ObjectKind, Reading, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { endsReplicaIdentity, locksTable } from '../hazards.js';
import { isConcurrent } from '../online/waiting.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { qualifiedAt, shown } from '../text/qualified.js';
import { withBeside } from './beside.js';
import { type IndexMarks, isReplicaIdentity } from './index/marks.js';
import { type PartMarks, partMarksOf, printPartMarks, readPartMarks } from './index/part-marks.js';
import { isNew } from './is-new.js';
import { hasParts, type PartComment, partCommentsOf, printPartComment, readPartComments } from './part-comments.js';
import type { TableSpec } from './table/spec.js';

type Rendered = Exclude<Change, { verb: 'replace' }>;

const kinds: ReadonlySet<string> = new Set(['index', 'postgres/constraint', 'postgres/trigger']);

/** A kind whose objects have parts in partitions, of which something may be said that is no difference: it is said again where the server makes the parts anew. */
export function carryingParts<S, D extends Delta>(kind: ObjectKind<S, D>): ObjectKind<S, D> {
  if (!kinds.has(kind.kind)) return kind;
  return {
    ...kind,
    async *inspect(reading: Reading) {
      const catalogue = await readCatalogue(reading);
      const marked = withBeside(kind.inspect(reading), 'markedParts', readPartMarks(catalogue));
      yield* withBeside(marked, 'commentedParts', readPartComments(catalogue));
    },
    render(change, context) {
      const drafts = kind.render(change, context);
      if ('impossible' in drafts) return drafts;
      return change.verb === 'drop'
        ? [...releasing(change.from, context), ...drafts]
        : [...drafts, ...sayingAgain(drafts, change as Rendered, context)];
    },
  };
}

function sayingAgain(drafts: readonly StepDraft[], change: Rendered, context: RenderContext): readonly StepDraft[] {
  const last = drafts.at(-1);
  const isMade = change.verb === 'create' && last !== undefined;
  const isRebuilt = change.verb === 'alter' && change.deltas.some(({ type }) => type === 'change-part-marks');
  if (!isMade && !isRebuilt) return [];
  const { to } = change;
  const marked = partsAgain(to, context).filter(({ table }) => isBelow(table, to, context));
  const commented = commentsAgain(to, context).filter(({ table }) => isBelow(table, to, context));
  if (marked.length + commented.length === 0) return [];
  return [
    {
      summary: `say again what was said of the parts of ${shown(to)}`,
      sql: [
        ...marked.map((part) => printPartMarks(to as SchemaObject<IndexMarks>, part)),
        ...commented.map((part) => printPartComment(to, part)),
      ],
      hazards: marked.flatMap(({ table, replicaIdentity }) =>
        replicaIdentity && !isNew(table, context) ? [locksTable(shown({ address: table }), 'ACCESS EXCLUSIVE')] : [],
      ),
      after: [...marked, ...commented].map(({ table }) => ({ verb: 'create', address: table })),
      ...(last && (last.apart || isConcurrent(last)) && { apart: true }),
    },
  ];
}

/** What was said of the parts that there are; what is made new on the way down was there before. */
function partsAgain(to: SchemaObject, context: RenderContext): readonly PartMarks[] {
  const was = before(to, context);
  const parts = (was ? partMarksOf(was) : []).map((part) => ({ ...part, table: context.moved(part.table) }));
  const again = parts.length > 0 ? parts : partMarksOf(to);
  return isTelling(to) ? again : again.map(({ replicaIdentity: _, ...part }) => part);
}

function commentsAgain(to: SchemaObject, context: RenderContext): readonly PartComment[] {
  if (!hasParts(to)) return [];
  const was = before(to, context);
  const parts = (was ? partCommentsOf(was) : []).map((part) => ({ ...part, table: context.moved(part.table) }));
  return parts.length > 0 ? parts : partCommentsOf(to);
}

function before({ address }: SchemaObject, { base, origin, change }: RenderContext): SchemaObject | undefined {
  const own = change(address);
  return own?.verb === 'replace' ? own.from : base.get(origin(address));
}

/** Whether a table is below that of an object all along, directly or not: one that only joins now has what is said of its own. Heirs have a part of checks alone. */
function isBelow(table: Address, whole: SchemaObject, context: RenderContext): boolean {
  const { goal, base, origin, change } = context;
  const own = change(table);
  const isMoving = own?.verb === 'alter' && own.deltas.some(({ type }) => type === 'add-parent');
  const was = base.get(origin(table))?.spec as TableSpec | undefined;
  if (isMoving && !was?.parents) return false;
  const { parents = [] } = (goal.get(table)?.spec ?? {}) as Partial<TableSpec>;
  const isOfHeirs = (whole.spec as { readonly type?: string }).type === 'check';
  return parents.some(
    ({ table: above, bound }) =>
      (bound !== undefined || isOfHeirs) && (above === whole.parent || isBelow(above, whole, context)),
  );
}

/** Whether replicas could tell rows apart by it. */
function isTelling({ spec }: SchemaObject): boolean {
  const { unique, type } = spec as { readonly unique?: boolean; readonly type?: string };
  return unique === true || type === 'primary key' || type === 'unique';
}

/** Rows of a partition that were told apart by a part of what goes are told apart by the primary key, and not by nothing. */
function releasing(from: SchemaObject, context: RenderContext): readonly StepDraft[] {
  const { change, goal, moved } = context;
  const own = change(moved(from.address)) ?? change(from.address);
  if (own?.verb === 'replace' && isTelling(own.to)) return [];
  const released = partMarksOf(from).filter(({ table, replicaIdentity }) => {
    const is = goal.get(moved(table));
    const isTold =
      (is?.spec as TableSpec | undefined)?.replicaIdentity ?? goal.children(moved(table)).some(isReplicaIdentity);
    return replicaIdentity && is && !isTold;
  });
  if (released.length === 0) return [];
  return [
    {
      summary: `let go of what replicas go by in the parts of ${shown(from)}`,
      sql: released.map(({ table }) => ({ text: `ALTER TABLE ${qualifiedAt(table)} REPLICA IDENTITY DEFAULT` })),
      hazards: released.map(({ table }) => endsReplicaIdentity(shown({ address: table }), shown(from))),
    },
  ];
}
