import type { Hazard, Impossible, RenderContext, SchemaObject, Statement, StepDraft } from '@sync/core';
import { dropsAttribute, rewritesTable, scansTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { pathOf, qualified, shown } from '../../text/qualified.js';
import { convertingHazard, typeChangeOf } from '../table/change-type.js';
import { leavesType } from '../type/leaving.js';
import { makeWay } from '../type/make-way.js';
import { dropAsides, putAside } from '../type/remade.js';
import { afterTables, beforeTables, convertColumns, heldInUses, isStanding, usesOfType } from '../type/uses.js';
import { type HoldingColumn, holdersOfType } from '../type/values.js';
import {
  attributePairs,
  convertedRow,
  hasNoCast,
  isReadFromTexts,
  isReshaped,
  listInTheWay,
  listWithin,
  type Remake,
} from './convert.js';
import { printAttribute } from './deltas.js';
import type { CompositeSpec } from './spec.js';

type Composite = SchemaObject<CompositeSpec>;

/** CREATE TYPE … AS. */
export function printComposite(type: Composite): string {
  const lines = type.spec.attributes.map((attribute) => `  ${printAttribute(attribute)}`);
  return `CREATE TYPE ${qualified(type)} AS (${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''})`;
}

/** Makes a composite type anew beside the old one and converts the columns to it, attribute by attribute. */
export function remakeComposite(remake: Remake, context: RenderContext): StepDraft | Impossible {
  const { from, to } = remake;
  const standing = context.base.get(context.origin(to.address)) ?? from;
  const uses = usesOfType(standing, context.base).filter(isStanding(context));
  const held = heldInUses(to, uses, context);
  if (held) return held;
  const isConverted = isReshaped(remake, context);
  const goes = leavesType(to, context);
  const list = uses.find(({ table, columns }) =>
    columns.some(({ name, type }) => type.endsWith('[]') && !goes(table, name)),
  );
  const asTexts = list !== undefined && isConverted && isReadFromTexts(remake, context);
  if (list && isConverted && !asTexts) return listInTheWay(`table ${shown(list.table)} has a column that is`, remake);
  const within = listWithin(remake, context);
  if (within) return within;
  const type = qualified(to);
  const dropped = dropAsides(standing, context);
  const way = makeWay(standing, context);
  const sameAttributes = withSameAttributes(remake);
  return {
    summary: `make composite type ${shown(to)} anew`,
    sql: [
      ...way.going,
      ...(asTexts ? sameAttributes.going : []),
      putAside(to),
      { text: printComposite(asTexts ? sameAttributes.type : to) },
      ...convertColumns(
        uses,
        ({ name, type: whole }) => {
          const column = quoteName(name);
          const suffix = whole.endsWith('[]') ? '[]' : '';
          if (isConverted && !asTexts) return { type, using: convertedRow(column, remake, type, context) };
          return { type: `${type}${suffix}`, using: `${column}::text${suffix}::${type}${suffix}` };
        },
        context,
      ),
      ...(asTexts ? sameAttributes.coming : []),
      ...way.back,
      ...dropped.sql,
    ],
    hazards: [
      ...way.hazards,
      ...uses.map(({ table }) => rewritesTable(shown(table), `because the type ${shown(to)} is made anew`)),
      ...holdersOfType(standing, context.base)
        .filter(isStanding(context))
        .filter(({ table, path: [column = ''] }) => !goes(table, column))
        .flatMap((holder) => lossesOf(remake, holder, context)),
    ],
    after: [...dropped.after, ...way.after, ...afterTables(standing, context)],
    before: [...beforeTables(uses, context), ...way.before],
  };
}

/** What is read from a text has as many attributes as were written: others go before, and come after it. */
function withSameAttributes(remake: Remake): {
  readonly type: Composite;
  readonly going: readonly Statement[];
  readonly coming: readonly Statement[];
} {
  const { from, to } = remake;
  const pairs = attributePairs(remake);
  const kept = new Set(pairs.map(({ before }) => before?.name));
  const alter = `ALTER TYPE ${qualified(to)}`;
  return {
    type: { ...to, spec: { attributes: pairs.flatMap(({ before, after }) => (before ? [after] : [])) } },
    going: from.spec.attributes
      .filter(({ name }) => !kept.has(name))
      .map(({ name }) => ({ text: `${alter} DROP ATTRIBUTE ${quoteName(name)}` })),
    coming: pairs.flatMap(({ before, after }) =>
      before ? [] : [{ text: `${alter} ADD ATTRIBUTE ${printAttribute(after)}` }],
    ),
  };
}

/** What becomes of what the values of a column hold for each attribute. */
function lossesOf(remake: Remake, { table, path }: HoldingColumn, context: RenderContext): readonly Hazard[] {
  const pairs = attributePairs(remake);
  const kept = new Set(pairs.map(({ before }) => before?.name));
  const where = [...pathOf(table), ...path];
  const gone = remake.from.spec.attributes
    .filter(({ name }) => !kept.has(name))
    .map(({ name }) => dropsAttribute(pathOf(remake.to), name, where));
  const changed = pairs.flatMap(({ before, after }): readonly Hazard[] => {
    if (!before || before.type === after.type) return [];
    if (hasNoCast(before, after, context)) {
      return [
        dropsAttribute(
          pathOf(remake.to),
          before.name,
          where,
          `PostgreSQL knows no conversion from ${before.type} to ${after.type}`,
        ),
      ];
    }
    const change = typeChangeOf(before.type, after.type, context);
    const column = [...path, before.name].join('.');
    if (change === 'lossy') return [convertingHazard(shown(table), column, before.type, after.type, context)];
    return change === 'checked' ? [scansTable(shown(table), `for values of ${column} that are no ${after.type}`)] : [];
  });
  return [...gone, ...changed];
}
