import {
  type Address,
  type Change,
  equalJson,
  type Hazard,
  partsOf,
  type Ref,
  type RenderContext,
  type SchemaObject,
} from '@sync/core';
import { hidesRows, locksTable, scansTable } from '../../hazards.js';
import { schemaOf } from '../../schema-of.js';
import { quoteName, quotePath } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { tiedTo } from '../constraint/locked-beside.js';
import { againAsPart } from '../index/left-as-part.js';
import { remakesType } from '../type/remakes-type.js';
import { isAlone } from './alone-above.js';
import { alongOf, isGivenAgain, staysAbove } from './checks-above.js';
import { defaultPartition } from './default-partition.js';
import { finishDetaching, isDetaching } from './detaching.js';
import { leavingBeside } from './leaving-beside.js';
import { leftToItself } from './left-to-itself.js';
import type { AlongSpec, ParentSpec, TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

interface Moving {
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
  readonly after?: readonly Ref[];
  readonly preferBefore?: readonly Ref[];
  readonly preferAfter?: readonly Ref[];
  readonly late?: true;
}

/** What a table had from the one that it leaves stays with it: it is kept where it is wanted, under the wanted name, and dropped elsewhere. */
export function leaveParent(table: Table, { parent }: TableDelta, context: RenderContext): Moving {
  if (!parent) throw new TypeError('a table leaves another one');
  const above = qualifiedAt(parent.table);
  const leave =
    parent.bound === undefined
      ? `ALTER TABLE ${qualified(table)} NO INHERIT ${above}`
      : wasDetaching(table, context)
        ? finishDetaching(above, qualified(table))
        : `ALTER TABLE ${above} DETACH PARTITION ${qualified(table)}`;
  const change = context.change(table.address);
  if (change?.verb === 'alter' && staysBelow(change, parent)) {
    return {
      sql: [leave],
      hazards: leavingHazards(table, parent, context),
      after: changesBeside(parent.table, context),
    };
  }
  const kept = alongOf(table);
  const left =
    change?.verb === 'alter'
      ? alongOf(change.from).filter((each) => !isGivenAgain(each, kept) && !staysAbove(each, change, context))
      : [];
  const wanted = wantedBeside(table, context);
  return {
    sql: [leave, ...left.flatMap((each) => settle(table, each, wanted, context))],
    hazards: [
      hidesRows(shown(table), shown({ address: parent.table })),
      ...leftToItself(table, parent, context),
      ...leavingHazards(table, parent, context),
    ],
    preferBefore: changesAbove(parent.table, context),
  };
}

function wasDetaching(table: Table, { base, origin }: RenderContext): boolean {
  const was = base.get(origin(table.address));
  return was !== undefined && isDetaching(was);
}

/** The table above is locked for as long as the statement takes, and with it the partition that takes what no other does. */
export function leavingHazards(table: Table, parent: ParentSpec, context: RenderContext): readonly Hazard[] {
  if (parent.bound === undefined) return [];
  const beside = defaultPartition(parent.table, context)?.address;
  const locked = [parent.table, ...(beside && beside !== table.address ? [beside] : [])];
  return [
    ...[table.address, ...locked].map((address) => locksTable(shown({ address }), 'ACCESS EXCLUSIVE')),
    ...tiedLeaving(table, parent, context),
  ];
}

/** The foreign keys of the table above, and those to it, are those of the partition no more. */
export function tiedLeaving({ address }: Table, parent: ParentSpec, context: RenderContext): readonly Hazard[] {
  const wholes = { base: context.base, origin: (each: Address) => each };
  const others = tiedTo(context.origin(parent.table), context.base, wholes);
  return others.flatMap((each) => {
    return each === context.origin(address) || context.change(each)?.verb === 'drop'
      ? []
      : [locksTable(shown({ address: context.moved(each) }), 'ACCESS EXCLUSIVE')];
  });
}

/** Whether rows that belong into a partition that comes lie in the one that took them so far, the server looks while it keeps everybody from it. */
export function besideDefault(
  table: Table,
  { table: above, bound }: ParentSpec,
  context: RenderContext,
): readonly Hazard[] {
  const beside = bound === undefined ? undefined : defaultPartition(above, context);
  if (!beside || beside.address === table.address) return [];
  return [scansTable(shown(beside), `for rows that belong into ${shown(table)}`)];
}

/** What changes beside the columns of the tables above: a partition that gets other bounds has all of it by then, as one of theirs. */
function changesBeside(table: Address, context: RenderContext): readonly Ref[] {
  const { parents = [] } = (context.goal.get(table)?.spec ?? {}) as Partial<TableSpec>;
  return [...changesOn(table, context), ...parents.flatMap((above) => changesBeside(above.table, context))];
}

function changesOn(table: Address, { base, goal, change, origin }: RenderContext): readonly Ref[] {
  return [...base.children(origin(table)), ...goal.children(table)].flatMap(({ address, spec }): readonly Ref[] => {
    const own = change(address);
    if (!own || partsOf(address).kind === 'postgres/comment') return [];
    // What the table has for itself alone comes after all partitions.
    const coming: readonly Ref[] = isAlone(spec) ? [] : [{ verb: 'create', address }];
    if (own.verb === 'create') return coming;
    return own.verb === 'replace' ? [{ verb: 'drop', address }, ...coming] : [{ verb: own.verb, address }];
  });
}

/** What would reach a table for as long as it is below: one that leaves has changes of its own, and what it had stays with it until it is settled. */
function changesAbove(table: Address, context: RenderContext): readonly Ref[] {
  const { base, change, origin, moved } = context;
  const own: readonly Ref[] = change(table)?.verb === 'alter' ? [{ verb: 'alter', address: table }] : [];
  const { parents = [] } = (base.get(origin(table))?.spec ?? {}) as Partial<TableSpec>;
  return [
    ...own,
    ...changesOn(table, context),
    ...parents.flatMap((above) => changesAbove(moved(above.table), context)),
  ];
}

/** Whether a partition only gets other bounds. */
function staysBelow({ deltas }: Extract<Change, { verb: 'alter' }>, { table }: ParentSpec): boolean {
  const types = (deltas as readonly TableDelta[]).flatMap(({ type, parent }) =>
    parent?.table === table ? [type] : [],
  );
  return types.includes('drop-parent') && types.includes('add-parent');
}

/** What a partition must have before it may join is made; what the server finds there it takes, and the rest it makes. */
export function joinParent(table: Table, { parent }: TableDelta, context: RenderContext): Moving {
  if (!parent) throw new TypeError('a table joins another one');
  const above = qualifiedAt(parent.table);
  const change = context.change(table.address);
  const before = change?.verb === 'alter' ? childrenOf(context.base, change, context) : [];
  const isBack = change?.verb === 'alter' && staysBelow(change, parent);
  const kept = change?.verb === 'alter' ? alongOf(change.from).map(({ name }) => name) : [];
  const has = (along: AlongSpec) =>
    kept.includes(along.name) || before.some((each) => isAlong(each, along) && each.name === along.name);
  const alter = `ALTER TABLE ${qualified(table)}`;
  const checks = alongOf(table)
    .filter((along) => along.type === 'check' && !isBack && !has(along))
    .map(({ name, definition }) => `${alter} ADD CONSTRAINT ${quoteName(name)} ${definition}`);
  // Under the names that the server itself would give, so that leaving again is foreseeable.
  const renames = alongOf(table).flatMap((along) => rename(table, along, before));
  const join =
    parent.bound === undefined
      ? `${alter} INHERIT ${above}`
      : `ALTER TABLE ${above} ATTACH PARTITION ${qualified(table)} ${parent.bound}`;
  const why = `for whether its rows fit into ${shown({ address: parent.table })}`;
  return {
    sql: [...checks, ...renames, join, ...(isBack ? [] : againAsPart(table.address, context))],
    hazards:
      parent.bound === undefined
        ? []
        : [
            scansTable(shown(table), why),
            ...besideDefault(table, parent, context),
            ...tiedJoining(table, parent, context),
          ],
    ...onceOthersLeft(table, parent, context),
  };
}

/** The foreign keys that hold for the rows of the table above hold for those of the partition, too, in place of its own of that kind. */
export function tiedJoining({ address }: Table, parent: ParentSpec, context: RenderContext): readonly Hazard[] {
  const others = tiedTo(parent.table, context.goal, context).filter((each) => each !== context.origin(address));
  const own = new Set(tiedTo(address, context.base, context));
  return others.map((each) =>
    locksTable(shown({ address: each }), own.has(each) ? 'ACCESS EXCLUSIVE' : 'SHARE ROW EXCLUSIVE'),
  );
}

/** Partitions that trade places all leave before any of them joins. */
function onceOthersLeft(
  { address }: Table,
  parent: ParentSpec,
  context: RenderContext,
): Pick<Moving, 'late' | 'preferAfter'> {
  const preferAfter = parent.bound === undefined ? [] : leavingBeside(address, parent, context);
  return { preferAfter, ...(preferAfter.some(({ verb }) => verb === 'alter') && { late: true }) };
}

/** Whether a constraint or index is there already, since its table had it from the one that it leaves. */
export function staysFromParent(object: SchemaObject, { change }: Pick<RenderContext, 'change'>): boolean {
  const table = object.parent && change(object.parent);
  if (table?.verb !== 'alter' || !table.deltas.some(({ type }) => type === 'drop-parent')) return false;
  if (makesWay(object, { change })) return false;
  return alongOf(table.from).some((along) => isAlong(object, along));
}

/** Whether a constraint or index becomes a part of one that the table above has. */
export function joinsParent(object: SchemaObject, { change }: Pick<RenderContext, 'change'>): boolean {
  const table = object.parent && change(object.parent);
  if (table?.verb !== 'alter' || !table.deltas.some(({ type }) => type === 'add-parent')) return false;
  if (makesWay(object, { change })) return false;
  return alongOf(table.to).some(
    (along) => isAlong(object, along) && (along.type !== 'check' || along.name === object.name),
  );
}

/** Whether an index goes for a moment in any case, since its expressions name a type that is made anew. */
export function makesWay({ kind, needs }: SchemaObject, { change }: Pick<RenderContext, 'change'>): boolean {
  const changes = kind === 'index' ? needs.flatMap((need) => change(need) ?? []) : [];
  return changes.some(remakesType);
}

function isAlong({ kind, spec }: SchemaObject, along: AlongSpec): boolean {
  const { definition, type, unique } = spec as { definition: string; type?: string; unique?: boolean };
  const own = kind === 'index' ? (unique ? 'unique' : 'index') : type;
  return kind === along.kind && own === along.type && equalJson(definition, along.definition);
}

function childrenOf(
  base: RenderContext['base'],
  { from }: Extract<Change, { verb: 'alter' }>,
  { change }: RenderContext,
): readonly SchemaObject[] {
  const isLeft = (address: Address) => change(address)?.verb === 'drop';
  return base
    .children(from.address)
    .filter((each) => (isLeft(each.address) && !makesWay(each, { change })) || !change(each.address));
}

/** What the goal wants and the base has not. */
function wantedBeside(table: Table, { goal, change }: RenderContext): readonly SchemaObject[] {
  return goal.children(table.address).filter(({ address }) => change(address)?.verb === 'create');
}

function rename(table: Table, along: AlongSpec, before: readonly SchemaObject[]): readonly string[] {
  const own = before.find((each) => isAlong(each, along));
  if (!own || own.name === along.name || along.type === 'check') return [];
  const [from, to] = [own.name, along.name].map(quoteName);
  return along.kind === 'index'
    ? [`ALTER INDEX ${quotePath(schemaOf(table) ?? 'public', own.name)} RENAME TO ${to}`]
    : [`ALTER TABLE ${qualified(table)} RENAME CONSTRAINT ${from} TO ${to}`];
}

function settle(
  table: Table,
  along: AlongSpec,
  wanted: readonly SchemaObject[],
  context: RenderContext,
): readonly string[] {
  const own = wanted.find((each) => isAlong(each, along));
  const alter = `ALTER TABLE ${qualified(table)}`;
  const index = quotePath(schemaOf(table) ?? 'public', along.name);
  // What it was a part of may have made way by then, and takes its parts along.
  if (own && makesWay(own, context)) return [`DROP INDEX IF EXISTS ${index}`];
  if (own?.name === along.name) return [];
  if (along.kind === 'index') {
    return [own ? `ALTER INDEX ${index} RENAME TO ${quoteName(own.name)}` : `DROP INDEX ${index}`];
  }
  const name = quoteName(along.name);
  return [
    own ? `${alter} RENAME CONSTRAINT ${name} TO ${quoteName(own.name)}` : `${alter} DROP CONSTRAINT IF EXISTS ${name}`,
  ];
}
