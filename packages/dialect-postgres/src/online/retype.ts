import {
  type Address,
  address,
  type Hazard,
  partsOf,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
} from '@sync/core';
import { locksTable } from '../hazards.js';
import { isValidated } from '../kinds/constraint/enforcement.js';
import { splitForeignKey } from '../kinds/constraint/foreign-key.js';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import type { IndexSpec } from '../kinds/index/spec.js';
import { conversionOf, forbidsValues } from '../kinds/table/change-type.js';
import { printSettings } from '../kinds/table/settings.js';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import { schemaOf } from '../schema-of.js';
import { quoteText } from '../text/literal.js';
import { quoteName, quotePath } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { mentionsColumn, renameColumnIn } from '../text/rename-in.js';
import { withOptions } from '../text/with-clause.js';
import { addEmpty } from './add-empty.js';
import { carriedWith } from './carried.js';
import { addThenValidate } from './constraint-steps.js';
import { copyColumn } from './fill.js';
import { seesAllRows } from './hidden-rows.js';
import { buildIndexOnline } from './index-steps.js';
import { keyParts } from './key-parts.js';
import { laterTriggers } from './later-triggers.js';
import { copyFunction, copyTrigger, newColumn, newName, notNullCheck } from './marks.js';
import type { Retyping } from './retyping.js';
import { swapColumns } from './swap.js';
import { standingUnvalidated } from './unvalidated.js';

type Table = SchemaObject<TableSpec>;

/** How a column gets another type while others write: undefined where the server does it in place, or can do it only by writing the table again. */
export function retyping(table: Table, delta: TableDelta, context: RenderContext): Retyping | undefined {
  const { type, before, after } = delta;
  if (type !== 'change-type' || !before || !after || before.generated || after.generated) return undefined;
  const { change, using } = conversionOf(before, after, context);
  // What refuses some values would refuse them to those who write, before anybody has allowed that.
  if (!using || change !== 'rewrite') return undefined;
  const name = newColumn(after.name);
  if (standingUnvalidated(table, context) !== undefined) return undefined;
  const named = [before.name, after.name];
  if (isMarked(table, named, context)) return undefined;
  // In a table of a type each column has its place.
  if (table.spec.ofType !== undefined || forbidsValues(after.type, context.goal)) return undefined;
  if (table.spec.columns.some((each) => each.name === name)) return undefined;
  const carried = carriedWith(table, after, context);
  const trigger = copyTrigger(after.name, triggersOf(table, context));
  return (
    carried && { table, before: { ...before, name: after.name }, after, named, name, trigger, carried, cast: using }
  );
}

/** Whether rows are told apart or sorted by an index over a column, which nothing that is built beside it takes over. */
function isMarked({ address: at }: Table, names: readonly string[], { base, goal, origin }: RenderContext): boolean {
  return [...base.children(origin(at)), ...goal.children(at)].some(({ spec }) => {
    const { definition = '', clustered, replicaIdentity } = spec as Partial<ConstraintSpec>;
    return (clustered || replicaIdentity) && names.some((name) => mentionsColumn(definition, name));
  });
}

/** All triggers that a table has at some time of a plan. */
function triggersOf({ address: at }: Table, { base, goal, origin }: RenderContext): readonly string[] {
  return [...base.children(origin(at)), ...goal.children(at)].flatMap(({ kind, name }) =>
    kind === 'postgres/trigger' ? [name] : [],
  );
}

/** Whether a run that was stopped has made the column already, and all that is written since is copied: by the trigger that fires last. */
export function isBegun({ table, after, name, trigger }: Retyping, { base, origin }: RenderContext): boolean {
  const found = base.get(origin(table.address)) as Table | undefined;
  const column = found?.spec.columns.find((each) => each.name === name);
  const copying = address('postgres/trigger', ...partsOf(origin(table.address)).parts, trigger);
  return column?.type === after.type && base.has(copying);
}

/** A new column that is kept as the old one is, then filled, then put in its place with all that stands on it. */
export function retype(change: Retyping, context: RenderContext): readonly StepDraft[] {
  const { table, before, name } = change;
  const { checked, indexes, keys } = change.carried;
  const builds = [...indexes, ...keys].map((each) => buildOn(change, each));
  const where = `column ${change.after.name} of table ${shown(table)}`;
  return [
    ...(isBegun(change, context) ? [] : [beginCopy(change, context)]),
    copyColumn(table, change, context),
    ...(before.notNull
      ? [
          addThenValidate(
            {
              name: notNullCheck(name),
              definition: `CHECK (${quoteName(name)} IS NOT NULL)`,
              table: qualified(table),
              summary: `look for nulls in the new ${where}`,
            },
            'c',
          ),
        ]
      : []),
    ...checked.filter(isValidated).map(({ name: own, spec }) => ({
      ...addThenValidate(
        {
          name: newName(own),
          definition: onNew(change, spec),
          table: qualified(table),
          summary: `add ${spec.type} ${own} to the new ${where}`,
        },
        spec.type === 'check' ? 'c' : 'f',
      ),
      hazards: locksOfAdding(table, spec),
    })),
    ...builds,
    ...swapColumns(change, context),
  ];
}

function locksOfAdding(table: Table, { references }: ConstraintSpec): readonly Hazard[] {
  if (references === undefined) return [locksTable(shown(table), 'ACCESS EXCLUSIVE')];
  const tables = new Set([table.address, references]);
  return [...tables].map((each) => locksTable(shown({ address: each }), 'SHARE ROW EXCLUSIVE'));
}

/** A definition over the new column; a foreign key may refer to a column of the same name. */
function onNew({ after, name }: Retyping, { type, definition }: ConstraintSpec): string {
  if (type !== 'foreign key') return renameColumnIn(definition, after.name, name);
  const { own, target, actions } = splitForeignKey(definition);
  return renameColumnIn(own, after.name, name) + target + renameColumnIn(actions, after.name, name);
}

const plainly =
  ' Or plan with --no-online: the table is written again then, with all rows, while nobody reads or writes it.';

function beginCopy(change: Retyping, context: RenderContext): StepDraft {
  const { table, after, name, cast } = change;
  const alter = `ALTER TABLE ${qualified(table)}`;
  const { collation } = after;
  const bare: ColumnSpec = {
    name,
    type: after.type,
    notNull: false,
    ...(collation !== undefined && { collation }),
  };
  const trigger = quoteName(change.trigger);
  const copy = quotePath(schemaOf(table) ?? 'public', copyFunction(table.name, after.name));
  const column = quoteName(name);
  const body = `\nBEGIN\n  NEW.${column} := ${cast(`NEW.${quoteName(after.name)}`)};\n  RETURN NEW;\nEND\n`;
  return {
    summary: `begin to copy column ${after.name} of table ${shown(table)} to a new one of type ${after.type}`,
    sql: [
      unknownDependents(table, after.name),
      laterTriggers(change),
      ...seesAllRows(table, context, plainly),
      ...addEmpty(table, bare, context.goal),
      ...printSettings(table, { ...after, name }).map((text) => ({ text })),
      { text: `CREATE FUNCTION ${copy}() RETURNS trigger LANGUAGE plpgsql AS ${quoteText(body)}` },
      {
        text: `CREATE TRIGGER ${trigger} BEFORE INSERT OR UPDATE ON ${qualified(table)} FOR EACH ROW EXECUTE FUNCTION ${copy}()`,
      },
      { text: `${alter} ENABLE ALWAYS TRIGGER ${trigger}` },
    ],
    apart: true,
  };
}

/** What schema-sync does not know would be in the way at the end, or go unnoticed. */
function unknownDependents(table: Table, column: string) {
  return {
    text: `
SELECT d.classid::pg_catalog.regclass::text AS kind, pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
WHERE a.attrelid = pg_catalog.to_regclass(${quoteText(qualified(table))}) AND a.attname = ${quoteText(column)} AND d.deptype = 'n'
  AND d.classid NOT IN ('pg_catalog.pg_constraint'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
UNION ALL
SELECT 'pg_class', 'the index ' || i.indexrelid::pg_catalog.regclass::text || ', by which rows are told apart in replication or sorted'
FROM pg_catalog.pg_attribute a
JOIN pg_catalog.pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) AND (i.indisreplident OR i.indisclustered)
WHERE a.attrelid = pg_catalog.to_regclass(${quoteText(qualified(table))}) AND a.attname = ${quoteText(column)}`.trim(),
    check: {
      message: `something stands on column ${column} of table ${shown(table)} that cannot be put on another one`,
      hint: 'Plan with --no-online: the table is written again then, while nobody reads or writes it.',
    },
  };
}

function buildOn({ table, after, name }: Retyping, object: SchemaObject): StepDraft {
  const {
    definition,
    options,
    unique = true,
  } = object.spec as Pick<IndexSpec, 'definition' | 'options'> & Partial<Pick<IndexSpec, 'unique'>>;
  const own = newName(object.name);
  const renamed = withOptions(renameColumnIn(definition, after.name, name), options);
  const text = object.kind === 'index' ? renamed : (keyParts(renamed)?.index ?? '');
  return buildIndexOnline(
    `build index ${object.name} of table ${shown(table)} over the new column ${after.name}`,
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteName(own)} ON ${qualified(table)} ${text}`,
    quotePath(schemaOf(table) ?? 'public', own),
  );
}

/** Whether a trigger is one that copies a column, of a run that was stopped and that this plan goes on with. */
export function copiesOn(trigger: SchemaObject, context: RenderContext): boolean {
  const at = trigger.parent as Address;
  const change = context.change(at);
  if (change?.verb !== 'alter' || !context.isOnline(change.address)) return false;
  return (change.deltas as readonly TableDelta[]).some((delta) => {
    const found = retyping(change.to as Table, delta, context);
    return found !== undefined && found.trigger === trigger.name && isBegun(found, context);
  });
}
