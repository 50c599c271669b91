import type { Address, RenderContext, SchemaObject } from '@sync/core';
import { type CommentSpec, commentKind } from '../kinds/comment-kind.js';
import { splitForeignKey } from '../kinds/constraint/foreign-key.js';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import { type IndexMarks, printMarks } from '../kinds/index/marks.js';
import type { IndexSpec } from '../kinds/index/spec.js';
import type { StatisticsSpec } from '../kinds/statistics-kind.js';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import { disturbs, usesOf } from '../kinds/uses.js';
import { mentionsColumn } from '../text/rename-in.js';
import { keyParts } from './key-parts.js';
import { isPartitioned } from './partitions.js';

type Table = SchemaObject<TableSpec>;
type Constraint = SchemaObject<ConstraintSpec>;

/** What stands on a column and is to stand on another one in its place. */
export interface Carried {
  readonly indexes: readonly SchemaObject<IndexSpec>[];
  /** Primary keys and uniques. */
  readonly keys: readonly Constraint[];
  /** Checks, and foreign keys of the table itself. */
  readonly checked: readonly Constraint[];
  /** Foreign keys that refer to the column. */
  readonly referring: readonly Constraint[];
}

/** What of a table stands on a column and stays as it is in this plan; undefined where some of it cannot be built beside what is there. */
export function carriedWith(table: Table, column: ColumnSpec, context: RenderContext): Carried | undefined {
  const { goal } = context;
  const stays = ({ address }: SchemaObject) => (context.change(address)?.verb ?? 'rename') === 'rename';
  const constraints = (objects: readonly SchemaObject[]) =>
    objects.filter((each): each is Constraint => each.kind === 'postgres/constraint' && stays(each));
  const children = goal.children(table.address);
  const uses = (definition: string) => mentionsColumn(definition, column.name);
  const referring = constraints([...new Set([...goal.dependents(table.address), ...children])]).filter(
    ({ spec }) => spec.references === table.address && uses(splitForeignKey(spec.definition).target),
  );
  const own = constraints(children).filter(({ spec, address }) => {
    if (referring.some((each) => each.address === address)) return false;
    return uses(spec.type === 'foreign key' ? splitForeignKey(spec.definition).own : spec.definition);
  });
  const keys = own.filter(({ spec: { type } }) => type === 'primary key' || type === 'unique');
  if (keys.some(({ spec }) => !keyParts(spec.definition)) || own.some(({ spec }) => spec.type === 'exclusion')) {
    return undefined;
  }
  if (!referring.every((each) => canWait(each, context)) || isHeldFast(table, column, context)) return undefined;
  const indexes = children.filter((each): each is SchemaObject<IndexSpec> => {
    return each.kind === 'index' && stays(each) && uses((each.spec as IndexSpec).definition);
  });
  const renamed = [...indexes, ...own].filter((each) => calledBefore(each, context) !== each.name);
  if (referring.some((each) => calledBefore(each, context) !== each.name)) return undefined;
  if (renamed.some((each) => isToldOf(each, context))) return undefined;
  // What lies in a table is renamed once that has changed.
  const called = <Part extends SchemaObject>(each: Part): Part => ({ ...each, name: calledBefore(each, context) });
  return {
    indexes: indexes.map(called),
    keys: keys.map(called),
    checked: own.filter((each) => !keys.includes(each)).map(called),
    referring,
  };
}

function calledBefore({ address, name }: SchemaObject, { base, origin }: RenderContext): string {
  return base.get(origin(address))?.name ?? name;
}

/** Whether something is to be said about an object by its new name, as soon as it is made again. */
function isToldOf(object: SchemaObject, context: RenderContext): boolean {
  return (
    commentsOf(object.address, context).length > 0 ||
    printMarks(object as SchemaObject<IndexMarks>, context).sql.length > 0
  );
}

/** Whether a foreign key can be added first and validated later. */
function canWait({ parent }: Constraint, context: RenderContext): boolean {
  return context.server.features.has('unvalidated-partitioned-keys') || !isPartitioned(parent as Address, context);
}

/** Whether something stands on a column that would be gone for as long as it takes to fill another one, or for good. */
function isHeldFast({ address, spec, layout }: Table, column: ColumnSpec, context: RenderContext): boolean {
  const { base, goal, origin, change } = context;
  const { inherited = [] } = layout as { readonly inherited?: readonly unknown[] };
  if (spec.partitionBy !== undefined || spec.parents || inherited.length > 0) return true;
  if (spec.columns.some(({ generated }) => generated && mentionsColumn(generated.as, column.name))) return true;
  const before = origin(address);
  const around = [...base.children(before), ...base.dependents(before)];
  return (
    around.some(({ kind, spec: other }) => kind === 'table' && (other as TableSpec).parents !== undefined) ||
    around.some((each) => change(each.address)?.verb === 'replace' && makesWay(each, address, context)) ||
    around.some((each) => isExchangedPolicy(each, address, context)) ||
    [...goal.children(address), ...goal.dependents(address)].some((each) => describes(each, column))
  );
}

/** A policy on what changes goes at once with that and with those that come. */
function isExchangedPolicy(object: SchemaObject, table: Address, context: RenderContext): boolean {
  const { goal, change, server, origin } = context;
  const isPolicy = ({ kind }: SchemaObject) => kind === 'postgres/policy';
  if (!isPolicy(object) || change(object.address)?.verb !== 'drop') return false;
  const own = change(table);
  const comes = goal.children(table).some((each) => isPolicy(each) && change(each.address)?.verb === 'create');
  return comes && own !== undefined && disturbs(own, usesOf(object), { server, kept: false, origin });
}

/** A view that is made anew for another reason, and uses nothing that changes, stays until it is its turn. */
function makesWay(object: SchemaObject, table: Address, { change, server, origin }: RenderContext): boolean {
  if (carriedKinds.has(object.kind)) return false;
  const own = change(table);
  const isView = object.kind === 'view' || object.kind === 'postgres/materialized-view';
  return !isView || own === undefined || disturbs(own, usesOf(object), { server, kept: false, origin });
}

const carriedKinds: ReadonlySet<string> = new Set(['index', 'postgres/constraint', 'postgres/comment']);

function describes({ kind, spec }: SchemaObject, { name }: ColumnSpec): boolean {
  if (kind !== 'postgres/statistics') return false;
  const { columns, expressions = '' } = spec as StatisticsSpec;
  return columns.includes(name) || mentionsColumn(expressions, name);
}

/** The statements that say again what was written about what is made again. */
export function commentsOn(carried: readonly SchemaObject[], context: RenderContext): readonly string[] {
  return carried
    .flatMap(({ address }) => commentsOf(address, context))
    .flatMap((comment) => {
      const { address, kind } = comment;
      const drafts = commentKind.render(
        { id: `create ${address}`, verb: 'create', address, kind, to: comment },
        context,
      );
      return 'impossible' in drafts ? [] : drafts.flatMap(({ sql }) => sql.map(({ text }) => text));
    });
}

/** What is written about an object, where anything is. */
export function commentsOf(address: Address, { goal }: RenderContext): readonly SchemaObject<CommentSpec>[] {
  return goal
    .children(address)
    .filter(({ kind }) => kind === 'postgres/comment')
    .map((each) => each as SchemaObject<CommentSpec>);
}
