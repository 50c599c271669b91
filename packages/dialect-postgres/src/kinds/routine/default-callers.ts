import { type Address, byCodeUnit, partsOf, type RenderContext, type SchemaObject } from '@sync/core';
import { routineKinds } from '../../text/kind-groups.js';
import type { DomainSpec } from '../domain/spec.js';
import { type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from '../table/spec.js';
import { heirsOf, isStanding, keptDefault } from '../type/uses.js';

type Table = SchemaObject<TableSpec>;

/** A default that calls something which is dropped and created again, of a column or of a domain; or that is in the way of one above it. */
export interface DefaultCaller {
  readonly object: SchemaObject;
  readonly column?: ColumnSpec;
  /** Unset where it calls nothing of it, and yet is overwritten with the default of the table above. */
  readonly calls?: true;
  /** Whether a table above gives it its own default, which it may be without. */
  readonly isBelow?: true;
  /** The default afterwards, where that does not come with an alteration. */
  readonly kept?: string;
  /** Tables below, which get and lose defaults with this one. */
  readonly heirs: readonly Table[];
}

/** Which of the texts that call something are meant. */
export type CountedText = (text: string) => boolean;

/** All of them. */
export const always: CountedText = () => true;

/** A column that is computed with something. */
export function computedCaller(
  of: Address,
  context: RenderContext,
  counts: CountedText,
): { readonly object: SchemaObject; readonly column: ColumnSpec } | undefined {
  return tablesCalling(of, context).flatMap((object) =>
    columnsCalling(of, object).flatMap((column) =>
      column.generated && counts(column.generated.as) ? [{ object, column }] : [],
    ),
  )[0];
}

/**
 * What has a default that calls something, those above first, and without what has it from a table above. A table gives its default to all below, whatever these had of
 * their own, so that these are among them.
 */
export function defaultCallers(
  of: Address,
  context: RenderContext,
  counts: CountedText = always,
): readonly DefaultCaller[] {
  const { base } = context;
  const tables = tablesCalling(of, context);
  const columns = new Map(
    tables.map(
      (table) =>
        [
          table.address,
          columnsCalling(of, table).filter((column) => !column.generated && counts(column.default ?? '')),
        ] as const,
    ),
  );
  const calls = (table: Address, name: string) => columns.get(table)?.some((each) => each.name === name) === true;
  const givesDefault = (table: Address, { name, default: value }: ColumnSpec) =>
    columns.get(table)?.some((each) => each.name === name && each.default === value) === true;
  const own = tables.flatMap((table) =>
    (columns.get(table.address) ?? [])
      .filter((column) => !parentsOf(table).some((parent) => givesDefault(parent, column)))
      .map((column) => ({
        table,
        column,
        heirs: heirsOf(table, base).filter((heir) => isStanding(context)({ table: heir })),
      })),
  );
  const below = own.flatMap(({ column, heirs }) =>
    heirs.flatMap((table) => (!isAlike(table, column) ? [{ table, column, heirs: [] as readonly Table[] }] : [])),
  );
  const keyOf = ({ table, column }: { readonly table: Table; readonly column: ColumnSpec }) =>
    JSON.stringify([table.address, column.name]);
  const isBelow = new Set(below.map(keyOf));
  const all = [...new Map([...below, ...own].map((each) => [keyOf(each), each])).values()];
  const ofTables = all
    .map(({ table, column, heirs }): DefaultCaller & { readonly depth: number } => {
      const kept = keptDefault(table, column, context);
      return {
        object: table,
        column,
        heirs,
        depth: depthOf(table, context),
        ...(calls(table.address, column.name) && { calls: true }),
        ...(isBelow.has(keyOf({ table, column })) && { isBelow: true }),
        ...(kept !== undefined && { kept }),
      };
    })
    .sort((a, b) => a.depth - b.depth);
  return [...domainsCalling(of, context, counts), ...ofTables];
}

/** What a default calls that is dropped and created again. */
export function madeAgainFor({ object, column }: DefaultCaller, { change }: RenderContext): readonly Address[] {
  const { calls = {} } = (object.layout ?? {}) as Partial<TableLayout>;
  const needs = column ? (calls[column.name] ?? []) : object.needs;
  return needs.filter((need) => callable.has(partsOf(need).kind) && change(need)?.verb === 'replace');
}

const callable: ReadonlySet<string> = new Set([...routineKinds, 'postgres/extension']);

function tablesCalling(of: Address, context: RenderContext): readonly Table[] {
  return context.base
    .dependents(of)
    .filter((each): each is Table => each.kind === 'table' && isStanding(context)({ table: each as Table }));
}

function columnsCalling(of: Address, table: Table): readonly ColumnSpec[] {
  const { calls = {} } = table.layout as unknown as TableLayout;
  return columnsInOrder(table)
    .filter(({ name }) => calls[name]?.includes(of))
    .sort((a, b) => byCodeUnit(a.name, b.name));
}

/** Whether a table has the same default in a column of that name. */
function isAlike(table: Table, { name, default: value }: ColumnSpec): boolean {
  return columnsInOrder(table).some((each) => each.name === name && each.default === value);
}

function parentsOf({ spec: { parents = [] } }: Table): readonly Address[] {
  return parents.map(({ table }) => table);
}

function depthOf(table: Table, context: RenderContext): number {
  const above = parentsOf(table).flatMap((parent) => (context.base.get(parent) as Table | undefined) ?? []);
  return above.length === 0 ? 0 : 1 + Math.max(...above.map((each) => depthOf(each, context)));
}

function domainsCalling(
  of: Address,
  { base, goal, change, moved }: RenderContext,
  counts: CountedText,
): readonly DefaultCaller[] {
  return base.dependents(of).flatMap((object): readonly DefaultCaller[] => {
    const planned = change(moved(object.address));
    if (object.kind !== 'postgres/domain' || planned?.verb === 'drop') return [];
    const { default: value } = object.spec as DomainSpec;
    if (value === undefined || !counts(value)) return [];
    const isChanged = planned?.verb === 'alter' && planned.deltas.some(({ type }) => type === 'change-default');
    const kept = isChanged ? undefined : (goal.get(moved(object.address))?.spec as DomainSpec | undefined)?.default;
    return [{ object, heirs: [], calls: true, ...(kept !== undefined && { kept }) }];
  });
}
