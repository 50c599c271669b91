import type { Catalogue, Impossible, Ref, RenderContext, SchemaObject, Statement } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { heldByPartitionKey } from '../table/partition-key.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from '../table/spec.js';
import { columnChanges, type TableDelta } from '../table/table-delta.js';
import { isDropped, isLeaving } from './leaving.js';

/** The columns of a table that are of a type, or sorted by a collation. */
export interface TypeUse {
  readonly table: SchemaObject<TableSpec>;
  readonly columns: readonly ColumnSpec[];
}

/** Whether a column is of a type, or of a list of it or of what else comes with it; or is sorted by a collation. */
export function isColumnOf(
  type: SchemaObject,
  all: readonly string[] = [qualified(type)],
): (column: Pick<ColumnSpec, 'type' | 'collation'>) => boolean {
  if (type.kind === 'postgres/collation') return ({ collation }) => collation === qualified(type);
  const names = new Set(all.flatMap((name) => [name, `${name}[]`]));
  return (column) => names.has(column.type);
}

/** The columns of a type, or of lists of it, or of what else comes with it; of a collation, those that are sorted by it. */
export function usesOfType(
  type: SchemaObject,
  catalogue: Catalogue,
  all: readonly string[] = [qualified(type)],
): readonly TypeUse[] {
  const isOf = isColumnOf(type, all);
  return catalogue.dependents(type.address).flatMap((object) => {
    if (object.kind !== 'table') return [];
    const table = object as SchemaObject<TableSpec>;
    // A computed column makes way, and is computed again.
    const columns = table.spec.columns.filter((column) => isOf(column) && !column.generated);
    return columns.length > 0 ? [{ table, columns }] : [];
  });
}

/** Whether a table is still there when a type is made anew: one that goes, or is made anew itself, has gone before. */
export function isStanding({ change, moved }: Pick<RenderContext, 'change' | 'moved'>) {
  return ({ table: { address } }: Pick<TypeUse, 'table'>): boolean => {
    const verb = (change(moved(address)) ?? change(address))?.verb;
    return verb !== 'drop' && verb !== 'replace';
  };
}

const typeKinds = new Set(['postgres/domain', 'postgres/composite-type', 'postgres/range-type']);

/** Whether something is a type that is made of others. */
export function isTypeOver({ kind }: SchemaObject): boolean {
  return typeKinds.has(kind);
}

/** The types that a type is part of. */
export function typesOver(type: SchemaObject, catalogue: Catalogue): readonly SchemaObject[] {
  return catalogue.dependents(type.address).filter(isTypeOver);
}

/** Why a type cannot be made anew under another one. */
export function madeOf(type: SchemaObject, over: SchemaObject): Impossible {
  return {
    impossible: `${shown(over)} is made of it, and it has to be made anew`,
    hint: `Take ${shown(over)} out in one run and bring it back in another, or keep ${shown(type)} as it is.`,
  };
}

/** Why a type, or a collation, cannot be made anew where a table is partitioned by a column of it. */
export function heldInUses(
  type: SchemaObject,
  uses: readonly TypeUse[],
  { base }: Pick<RenderContext, 'base'>,
): Impossible | undefined {
  const why =
    type.kind === 'postgres/collation'
      ? `which is sorted by ${shown(type)}, a collation that has to be made anew`
      : `which is of ${shown(type)}, a type that has to be made anew`;
  for (const { table, columns } of uses) {
    const names = columns.map(({ name }) => name);
    // A partition may be partitioned by what it has from its table.
    for (const each of [table, ...heirsOf(table, base)]) {
      const held = heldByPartitionKey(each, names, why);
      if (held) return held;
    }
  }
  return undefined;
}

/** What a column becomes. */
export interface Conversion {
  readonly type: string;
  readonly using: string;
  /** Whether it is only on its way: its default comes back later. */
  readonly aside?: true;
}

/** Converts columns, the type of which is made anew or makes way. A default of the old type would stand in the way, that of a table which has the column from this one, too. */
export function convertColumns(
  uses: readonly TypeUse[],
  to: (column: ColumnSpec) => Conversion,
  context: Pick<RenderContext, 'base' | 'goal' | 'moved' | 'change'>,
): readonly Statement[] {
  return uses.flatMap(({ table, columns }) => {
    const heirs = heirsOf(table, context.base);
    return columns.flatMap((column): readonly Statement[] => {
      const alter = ({ address }: Pick<SchemaObject, 'address'>) =>
        `ALTER TABLE ${qualifiedAt(address)} ALTER COLUMN ${quoteName(column.name)}`;
      // What goes, or is to be of something else, may hold what the type has no more.
      const goes = isDropped(table, column.name, context);
      const asText = column.type.endsWith('[]') ? 'text[]' : 'text';
      const gone: Conversion = { type: asText, using: `${quoteName(column.name)}::${asText}`, aside: true };
      const there = to(column);
      const onItsWay = { ...there, type: asText, using: gone.using };
      const { type, using, aside } = goes ? gone : isLeaving(table, column.name, context) ? onItsWay : there;
      const sorted = aside ? '' : keptCollation(table, column, context);
      const convert = { text: `${alter(table)} TYPE ${type}${sorted} USING ${using}` };
      const own = heirs.filter(({ spec }) =>
        spec.overrides?.some(({ name, facets }) => name === column.name && facets.default !== undefined),
      );
      if (column.default === undefined && own.length === 0) return [convert];
      const back = (each: SchemaObject<TableSpec>): readonly Statement[] => {
        const value = aside ? undefined : keptDefault(each, column, context);
        if (value !== undefined) return [{ text: `${alter(each)} SET DEFAULT ${value}` }];
        // What the table above has was given to it, too.
        return each === table || aside ? [] : [{ text: `${alter(each)} DROP DEFAULT` }];
      };
      const all = column.default === undefined ? own : [table, ...own];
      return [{ text: `${alter(table)} DROP DEFAULT` }, convert, ...all.flatMap(back)];
    });
  });
}

/** The tables that have columns from this one, those above first. */
export function heirsOf({ address }: SchemaObject, base: Catalogue): readonly SchemaObject<TableSpec>[] {
  const own = base.dependents(address).filter((each): each is SchemaObject<TableSpec> => {
    return each.kind === 'table' && ((each.spec as TableSpec).parents ?? []).some(({ table }) => table === address);
  });
  return [...own, ...own.flatMap((each) => heirsOf(each, base))];
}

/** The default that a column has when its type has been made anew: as it is wanted, and none where it changes with the table itself, which may ask for what is not there yet. */
export function keptDefault(
  table: SchemaObject<TableSpec>,
  column: ColumnSpec,
  context: KeepContext,
): string | undefined {
  return keptColumn(table, column, ['change-default'], context)?.default;
}

/** A new type brings its own collation. */
function keptCollation(table: SchemaObject<TableSpec>, column: ColumnSpec, context: KeepContext): string {
  const kept = column.collation === undefined ? undefined : keptColumn(table, column, sorting, context)?.collation;
  return kept === undefined ? '' : ` COLLATE ${kept}`;
}

const sorting = ['change-type', 'change-collation'] as const;

type KeepContext = Pick<RenderContext, 'goal' | 'moved' | 'change'>;

/** A column as it is wanted, where it stays and its table does not change it in one of these ways itself. */
function keptColumn(
  { address }: SchemaObject<TableSpec>,
  { name }: ColumnSpec,
  ways: readonly TableDelta['type'][],
  { goal, moved, change }: KeepContext,
): ColumnSpec | undefined {
  const at = moved(address);
  const wanted = goal.get(at) as SchemaObject<TableSpec> | undefined;
  const planned = change(at);
  if (!wanted || planned?.verb === 'replace') return undefined;
  const changes = planned ? columnChanges(planned).filter(({ column }) => column === name) : [];
  if (changes.some(({ delta: { type } }) => type === 'drop-column' || ways.includes(type))) return undefined;
  const renamed = changes.find(({ delta }) => delta.type === 'rename-column')?.delta.to;
  return columnsInOrder(wanted).find((column) => column.name === (renamed === undefined ? name : String(renamed)));
}

/** After the tables with columns of a type that go, or are made anew. */
export function afterTables(type: SchemaObject, context: RenderContext): readonly Ref[] {
  return usesOfType(type, context.base)
    .filter((use) => !isStanding(context)(use))
    .map(({ table }) => ({ verb: 'drop', address: table.address }));
}

/** Where columns are named as they are before their tables change. */
export function beforeTables(
  uses: readonly Pick<TypeUse, 'table'>[],
  { moved }: Pick<RenderContext, 'moved'>,
): readonly Ref[] {
  return uses.flatMap(({ table }): readonly Ref[] => {
    const at = moved(table.address);
    return [
      { verb: 'alter', address: at },
      { verb: 'rename', address: at },
    ];
  });
}
