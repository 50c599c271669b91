import { equalJson, type Impossible, type RenderContext, type SchemaObject, type StepDraft } from '@sync/core';
import { convertsValues, rewritesTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import { dropAsides, putAside } from '../type/remade.js';
import { beforeTables, convertColumns, heldInUses, keepsDefault, usesOfType } from '../type/uses.js';
import { printAttribute } from './deltas.js';
import type { AttributeDelta, CompositeSpec } from './spec.js';

type Composite = SchemaObject<CompositeSpec>;

/** CREATE TYPE … AS. */
export function printComposite(type: Composite): string {
  const lines = type.spec.attributes.map((attribute) => `  ${printAttribute(attribute)}`);
  return `CREATE TYPE ${qualified(type)} AS (${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''})`;
}

/** Makes a composite type anew beside the old one and converts the columns to it, attribute by attribute. */
export function remakeComposite(
  from: Composite,
  to: Composite,
  deltas: readonly AttributeDelta[],
  context: RenderContext,
): StepDraft | Impossible {
  const standing = context.base.get(context.origin(to.address)) ?? from;
  const uses = usesOfType(standing, context.base);
  const held = heldInUses(to, uses);
  if (held) return held;
  const list = uses.find(({ columns }) => columns.some(({ type }) => type.endsWith('[]')));
  const renames = deltas.filter((delta) => delta.type === 'rename-attribute');
  const origins = new Map(renames.map((delta) => [String(delta.to), String(delta.from)]));
  const origin = (name: string) => origins.get(name) ?? name;
  const isShapeKept = equalJson(
    from.spec.attributes.map(printAttribute),
    to.spec.attributes.map((attribute) => printAttribute({ ...attribute, name: origin(attribute.name) })),
  );
  if (list && !isShapeKept) {
    return {
      impossible: `table ${shown(list.table)} has a column of lists of it, which the server does not convert`,
      hint: `Add attributes at the end, or drop them, which the server does in place; or add a new type and a new column.`,
    };
  }
  const type = qualified(to);
  const dropped = dropAsides(standing, context);
  // What an attribute is of may have been made anew under its name.
  const viaText = deltas.some((delta) => delta.type === 'change-parts') ? '::text' : '';
  const present = new Set(from.spec.attributes.map(({ name }) => name));
  const row = (column: string) =>
    to.spec.attributes
      .map(({ name, type: each }) =>
        present.has(origin(name)) ? `(${column}).${quoteName(origin(name))}${viaText}::${each}` : `NULL::${each}`,
      )
      .join(', ');
  return {
    summary: `make composite type ${shown(to)} anew`,
    sql: [
      putAside(to),
      { text: printComposite(to) },
      ...convertColumns(
        uses,
        ({ name, type: whole }) => {
          const column = quoteName(name);
          const suffix = whole.endsWith('[]') ? '[]' : '';
          if (isShapeKept) return { type: `${type}${suffix}`, using: `${column}::text${suffix}::${type}${suffix}` };
          return { type, using: `CASE WHEN ${column} IS DISTINCT FROM NULL THEN ROW(${row(column)})::${type} END` };
        },
        keepsDefault(context),
      ),
      ...dropped.sql,
    ],
    hazards: uses.flatMap(({ table, columns }) => [
      rewritesTable(shown(table), `because the type ${shown(to)} is made anew`),
      ...(isShapeKept
        ? []
        : columns.map(({ name }) => convertsValues(shown(table), name, shown(from), `${shown(to)} as it is to be`))),
    ]),
    after: dropped.after,
    before: beforeTables(uses, context),
  };
}
