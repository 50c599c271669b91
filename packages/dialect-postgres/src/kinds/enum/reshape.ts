import type { Hazard, Impossible, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import { convertsValues, rewritesTable } from '../../hazards.js';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import { leavesType } from '../type/leaving.js';
import { makeWay } from '../type/make-way.js';
import { dropAsides, putAside } from '../type/remade.js';
import { afterTables, beforeTables, convertColumns, heldInUses, isStanding, usesOfType } from '../type/uses.js';
import { holdersOfType, type ValuePlace, valuesOfType } from '../type/values.js';
import type { EnumSpec } from './spec.js';

type Enum = SchemaObject<EnumSpec>;

/**
 * Makes the type anew beside the old one and converts the columns to it: the server can add values to an enum and rename them, and nothing else. See
 * https://www.postgresql.org/docs/current/datatype-enum.html.
 */
export function reshapeEnum(
  from: Enum,
  to: Enum,
  renamed: ReadonlyMap<string, string>,
  context: RenderContext,
): StepDraft | Impossible {
  const type = qualified(to);
  // Where it is renamed, too, the columns are found under the old name.
  const present = context.base.get(context.origin(to.address)) ?? from;
  const uses = usesOfType(present, context.base).filter(isStanding(context));
  const held = heldInUses(to, uses, context);
  if (held) return held;
  const values = valuesOfType(present, context.base).filter(stays(to, context));
  const dropped = dropAsides(present, context);
  const way = makeWay(present, context);
  const kept = new Set(to.spec.labels);
  const removed = from.spec.labels.map((label) => renamed.get(label) ?? label).filter((label) => !kept.has(label));
  const renames = [...renamed].map(
    ([before, after]) => `ALTER TYPE ${type} RENAME VALUE ${quoteText(before)} TO ${quoteText(after)}`,
  );
  return {
    summary: `make enum ${shown(to)} anew`,
    sql: [
      ...renames.map((text) => ({ text })),
      ...values.flatMap((place) => checkRemoved(place, removed, to)),
      ...way.going,
      putAside(to),
      { text: `CREATE TYPE ${type} AS ENUM (${to.spec.labels.map(quoteText).join(', ')})` },
      ...convertColumns(
        uses,
        (column) => {
          const whole = `${type}${column.type.endsWith('[]') ? '[]' : ''}`;
          return { type: whole, using: `${quoteName(column.name)}::text::${whole}` };
        },
        context,
      ),
      ...way.back,
      ...dropped.sql,
    ],
    hazards: [
      ...way.hazards,
      ...uses.map(({ table }) => rewritesTable(shown(table), `because the enum ${shown(to)} is made anew`)),
      ...(removed.length > 0 ? fewerValues(present, to, context) : []),
    ],
    after: [...dropped.after, ...way.after, ...afterTables(present, context)],
    // Columns are named here as they are before their tables change.
    before: [...beforeTables(uses, context), ...way.before],
  };
}

/** Whether the values of a column are still there afterwards, and of the type. */
function stays(type: Enum, context: RenderContext) {
  const goes = leavesType(type, context);
  return ({ table, column }: Pick<ValuePlace, 'table' | 'column'>): boolean =>
    isStanding(context)({ table }) && !goes(table, column);
}

/** Once for each column, though a value of it may hold several of the enum. */
function fewerValues(present: SchemaObject, type: Enum, context: RenderContext): readonly Hazard[] {
  const columns = new Map(
    holdersOfType(present, context.base)
      .filter(({ table, path: [column = ''] }) => stays(type, context)({ table, column }))
      .map(({ table, path: [column = ''] }) => [`${shown(table)}.${quoteName(column)}`, { table, column }]),
  );
  return [...columns.values()].map(({ table, column }) =>
    convertsValues(shown(table), column, `enum ${shown(type)}`, 'fewer values', 'fails where one that goes is stored'),
  );
}

function checkRemoved(
  { table, column, value, list }: ValuePlace,
  removed: readonly string[],
  type: Enum,
): readonly Statement[] {
  if (removed.length === 0 || list) return [];
  const values = removed.map(quoteText).join(', ');
  return [
    {
      text: `SELECT ${value} AS value, count(*) AS rows FROM ${qualified(table)} WHERE ${value}::text IN (${values}) GROUP BY 1`,
      check: {
        message: `rows of ${shown(table)} still hold a value in ${column} that goes from the enum ${shown(type)}`,
        hint: `Give these rows another value first: ${removed.join(', ')}.`,
      },
    },
  ];
}
