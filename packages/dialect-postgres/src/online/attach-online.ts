import type { Change, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import { locksTable } from '../hazards.js';
import { tiedJoining } from '../kinds/table/along.js';
import { alterTable } from '../kinds/table/alter.js';
import { defaultPartition } from '../kinds/table/default-partition.js';
import type { ParentSpec, TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { boundCheck } from './bound-check.js';
import { addThenValidate } from './constraint-steps.js';
import { boundMark } from './marks.js';
import { apart } from './online-kind.js';

type Table = SchemaObject<TableSpec>;

/** Checks under which the server takes a partition without reading any rows, and what takes them away again. */
interface Looking {
  readonly looks: readonly StepDraft[];
  readonly unmarks: readonly Statement[];
}

/** Whether a partition comes beside one that is large and takes what no other does. */
export function comesBesideLarge(change: Exclude<Change, { verb: 'replace' }>, context: RenderContext): boolean {
  if (change.verb !== 'create' && change.verb !== 'alter') return false;
  const joined =
    change.verb === 'create'
      ? ((change.to.spec as TableSpec).parents ?? [])
      : (change.deltas as readonly TableDelta[]).flatMap(({ type, parent }) =>
          type === 'add-parent' && parent ? [parent] : [],
        );
  return joined.some((parent) => {
    const beside = besideOf(change.to as Table, parent, context);
    return beside !== undefined && (context.isOnline(beside.address) || context.isOnline(parent.table));
  });
}

/** A partition is made without a look at the rows beside it, which were looked at before. */
export function createOnline(table: Table, usual: readonly StepDraft[], context: RenderContext): readonly StepDraft[] {
  const [first, ...rest] = usual;
  const looking = (table.spec.parents ?? []).flatMap((parent) => lookBeside(table, parent, context) ?? []);
  if (!first || looking.length === 0) return apart(usual);
  const beside = (table.spec.parents ?? []).flatMap((parent) => besideOf(table, parent, context) ?? []);
  const above = (table.spec.parents ?? []).map((parent) => ({ address: parent.table }));
  const unmarks = looking.flatMap((each) => each.unmarks);
  return [
    ...looking.flatMap((each) => each.looks),
    ...apart([
      {
        ...first,
        sql: [...first.sql, ...unmarks],
        hazards: [...above, ...beside].map((each) => locksTable(shown(each), 'ACCESS EXCLUSIVE')),
      },
      ...rest,
    ]),
  ];
}

/** With a check of what the bound demands the server attaches a partition without reading it; after that the bound takes its place. */
export function attachOnline(
  table: Table,
  delta: TableDelta,
  context: RenderContext,
): readonly StepDraft[] | undefined {
  const looking = lookFirst(table, delta, context);
  if (!looking) return undefined;
  const beside = delta.parent && besideOf(table, delta.parent, context);
  const locked = [table, ...(beside ? [beside] : [])];
  return [
    ...looking.looks,
    ...apart(alterTable(table, [delta], context)).map((step) => ({
      ...step,
      sql: [...step.sql, ...looking.unmarks],
      hazards: [
        ...locked.map((each) => locksTable(shown(each), 'ACCESS EXCLUSIVE')),
        ...(delta.parent ? tiedJoining(table, delta.parent, context) : []),
      ],
      apart: true as const,
    })),
  ];
}

/** Looks whether a table's rows fit into the bound that it is to have, and whether none of those beside it do. */
export function lookFirst(table: Table, { parent }: TableDelta, context: RenderContext): Looking | undefined {
  const demanded = parent && table.spec.partitionBy === undefined ? demandedBy(parent, context) : undefined;
  if (!parent || demanded === undefined) return undefined;
  const own = look(table, table, demanded, `fit into ${shown({ address: parent.table })}`);
  const beside = lookBeside(table, parent, context);
  return { looks: [...own.looks, ...(beside?.looks ?? [])], unmarks: [...own.unmarks, ...(beside?.unmarks ?? [])] };
}

function lookBeside(table: Table, parent: ParentSpec, context: RenderContext): Looking | undefined {
  const beside = besideOf(table, parent, context);
  const demanded = demandedBy(parent, context);
  if (!beside || demanded === undefined) return undefined;
  return look(table, beside, `NOT (${demanded})`, `stay there beside ${shown(table)}`);
}

function besideOf(table: Table, { table: above, bound }: ParentSpec, context: RenderContext): Table | undefined {
  const beside = bound === undefined ? undefined : defaultPartition(above, context);
  return beside?.address === table.address ? undefined : beside;
}

function demandedBy({ table: above, bound }: ParentSpec, { goal }: RenderContext): string | undefined {
  const { partitionBy } = (goal.get(above)?.spec ?? {}) as Partial<TableSpec>;
  return partitionBy === undefined || bound === undefined ? undefined : boundCheck(partitionBy, bound);
}

/** The check is called after the partition that comes: several may, beside one. */
export function look(partition: Table, table: Table, demanded: string, what: string): Looking {
  const check = {
    name: boundMark(partition.name),
    definition: `CHECK (${demanded})`,
    table: qualified(table),
    summary: `look whether the rows of table ${shown(table)} ${what}`,
  };
  const step = addThenValidate(check, 'c');
  return {
    looks: [{ ...step, hazards: [locksTable(shown(table), 'ACCESS EXCLUSIVE')] }],
    unmarks: [{ text: `ALTER TABLE ${check.table} DROP CONSTRAINT ${quoteName(check.name)}` }],
  };
}
