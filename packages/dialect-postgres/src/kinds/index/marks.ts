import {
  type Address,
  type Delta,
  equalJson,
  type Hazard,
  type Json,
  type RenderContext,
  type SchemaObject,
} from '@sync/core';
import { locksTable } from '../../hazards.js';
import type { IndexRow } from '../../read/parts/indexes.js';
import { quoteName } from '../../text/names.js';
import { changeOptions } from '../../text/options.js';
import { qualifiedAt, shown } from '../../text/qualified.js';
import { isNew } from '../is-new.js';
import type { TableSpec } from '../table/spec.js';
import { indexBeside } from './part-addresses.js';

/** What is said of an index, or of the one that a constraint stands on, and can be said anew without building it. */
export interface IndexMarks {
  /** Storage parameters, `fillfactor=70`; sorted. */
  readonly options?: readonly string[];
  /** By the positions of its columns, how closely ANALYZE looks. */
  readonly statistics?: Readonly<Record<string, number>>;
  /** CLUSTER goes by it. */
  readonly clustered?: true;
  /** Replicas tell rows apart by it. */
  readonly replicaIdentity?: true;
}

/** The statements that say something of an index, and what they do to those who use its table. */
export interface Marking {
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
}

type Marked = SchemaObject<IndexMarks>;

/** Whether rows are told apart by this index or constraint. */
export function isReplicaIdentity({ spec }: SchemaObject): boolean {
  return (spec as IndexMarks).replicaIdentity === true;
}

/** What is said of an index as a row tells. */
export function readMarks({ options, statistics, clustered, replicaIdentity }: IndexRow): IndexMarks {
  const targets = statistics.map((each) => each.split('=') as [string, string]);
  return {
    ...(options && { options: [...options].sort() }),
    ...(targets.length > 0 && {
      statistics: Object.fromEntries(targets.map(([position, target]) => [position, Number(target)])),
    }),
    ...(clustered && { clustered: true as const }),
    ...(replicaIdentity && { replicaIdentity: true as const }),
  };
}

/** The differences of what is said of two indexes. */
export function markDeltas(from: IndexMarks, to: IndexMarks): readonly Delta[] {
  const all: readonly (readonly [Delta['type'], keyof IndexMarks])[] = [
    ['change-options', 'options'],
    ['change-statistics', 'statistics'],
    ['change-clustered', 'clustered'],
    ['change-replica-identity', 'replicaIdentity'],
  ];
  return all.flatMap(([type, member]) => {
    const [before, after] = [(from[member] ?? null) as Json, (to[member] ?? null) as Json];
    return equalJson(before, after) ? [] : [{ type, path: [member], from: before, to: after }];
  });
}

/** What says it of an index of which nothing was said, apart from its storage parameters. */
export function printMarks(object: Marked, context: RenderContext): Marking {
  const deltas = markDeltas({}, object.spec).filter(({ type }) => type !== 'change-options');
  return changeMarks(object, deltas, context);
}

/** What says it anew. How replicas tell rows apart is the table's, which nobody reads meanwhile. */
export function changeMarks(object: Marked, deltas: readonly Delta[], context: RenderContext): Marking {
  const of = (some: readonly Delta[]) => statementsOf(object, some, context);
  const { parent } = object;
  const isIdentity = of(deltas.filter(({ type }) => type === 'change-replica-identity')).length > 0;
  const isLocked = isIdentity && parent !== undefined && !isNew(parent, context);
  return { sql: of(deltas), hazards: isLocked ? [locksTable(shown({ address: parent }), 'ACCESS EXCLUSIVE')] : [] };
}

function statementsOf(object: Marked, deltas: readonly Delta[], context: RenderContext): readonly string[] {
  const index = `ALTER INDEX ${qualifiedAt(indexAt(object))}`;
  const table = `ALTER TABLE ${qualifiedAt(object.parent as Address)}`;
  const name = quoteName(object.name);
  return deltas.flatMap((delta): readonly string[] => {
    switch (delta.type) {
      case 'change-options':
        return changeOptions(index, delta);
      case 'change-statistics':
        return changeTargets(index, delta);
      case 'change-clustered':
        if (delta.to === true) return [`${table} CLUSTER ON ${name}`];
        return beside(object, context).some(({ clustered }) => clustered) ? [] : [`${table} SET WITHOUT CLUSTER`];
      case 'change-replica-identity':
        return delta.to === true ? [`${table} REPLICA IDENTITY USING INDEX ${name}`] : releaseIdentity(object, context);
      default:
        return [];
    }
  });
}

/** What has to be said before an index goes: the server would leave the rows of its table without anything to tell them apart by. */
export function releaseIdentity(object: Marked, context: RenderContext): readonly string[] {
  const { parent } = object;
  const table = parent && (context.goal.get(context.moved(parent)) as SchemaObject<TableSpec> | undefined);
  const isTold = table?.spec.replicaIdentity ?? beside(object, context).some(({ replicaIdentity }) => replicaIdentity);
  return table && !isTold ? [`ALTER TABLE ${qualifiedAt(parent as Address)} REPLICA IDENTITY DEFAULT`] : [];
}

function changeTargets(index: string, { from, to }: Delta): readonly string[] {
  const [before, after] = [from, to].map((value) => (value ?? {}) as Readonly<Record<string, number>>);
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .filter((position) => before?.[position] !== after?.[position])
    .map((position) => `${index} ALTER COLUMN ${position} SET STATISTICS ${after?.[position] ?? -1}`);
}

/** What is said of all indexes of the table in the end. */
function beside({ parent }: SchemaObject, { goal, moved }: RenderContext): readonly IndexMarks[] {
  return parent === undefined ? [] : goal.children(moved(parent)).map(({ spec }) => spec as IndexMarks);
}

/** The index of a constraint is called as that is, and lies where its table does. */
export function indexAt({ kind, address: at, parent, name }: SchemaObject): Address {
  if (kind === 'index') return at;
  return indexBeside(parent as Address, name);
}
