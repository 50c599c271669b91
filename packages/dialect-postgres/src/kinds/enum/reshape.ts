import {
  type Hazard,
  type Impossible,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
  tokenize,
} from '@sync/core';
import { convertsValues, rewritesTable } from '../../hazards.js';
import { postgresLexis } from '../../lexis.js';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { qualified, shown } from '../../text/qualified.js';
import type { ColumnSpec } from '../table/spec.js';
import { dropAsides, putAside } from '../type/remade.js';
import { beforeTables, heldInUses, type TypeUse, usesOfType } from '../type/uses.js';
import { type ValuePlace, valuesOfType } from '../type/values.js';
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
  const uses = usesOfType(present, context.base);
  const held = heldInUses(to, uses);
  if (held) return held;
  const values = valuesOfType(present, context.base);
  const dropped = dropAsides(present, context);
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
      putAside(to),
      { text: `CREATE TYPE ${type} AS ENUM (${to.spec.labels.map(quoteText).join(', ')})` },
      ...uses.flatMap((use) => use.columns.flatMap((column) => convertColumn(use, column, type, renamed, removed))),
      ...dropped.sql,
    ],
    hazards: [
      ...uses.map(({ table }) => rewritesTable(shown(table), `because the enum ${shown(to)} is made anew`)),
      ...(removed.length > 0 ? fewerValues(values, to) : []),
    ],
    after: dropped.after,
    // Columns are named here as they are before their tables change.
    before: beforeTables(uses, context),
  };
}

/** Once for each column, though a value of it may hold several of the enum. */
function fewerValues(values: readonly ValuePlace[], type: Enum): readonly Hazard[] {
  const columns = new Map(values.map((place) => [`${shown(place.table)}.${quoteName(place.column)}`, place]));
  return [...columns.values()].map(({ table, column }) =>
    convertsValues(shown(table), column, `enum ${shown(type)}`, 'fewer values'),
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

function convertColumn(
  { table }: TypeUse,
  column: ColumnSpec,
  name: string,
  renamed: ReadonlyMap<string, string>,
  removed: readonly string[],
): readonly Statement[] {
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(column.name)}`;
  const type = `${name}${column.type.endsWith('[]') ? '[]' : ''}`;
  const convert = `${alter} TYPE ${type} USING ${quoteName(column.name)}::text::${type}`;
  if (column.default === undefined) return [{ text: convert }];
  const value = renameLabels(column.default, renamed);
  // A default that goes is replaced when the table itself changes.
  const stays = !removed.some((label) => renameLabels(value, new Map([[label, '']])) !== value);
  return [
    { text: `${alter} DROP DEFAULT` },
    { text: convert },
    ...(stays ? [{ text: `${alter} SET DEFAULT ${value}` }] : []),
  ];
}

/** An expression of the server's with other labels in it. */
function renameLabels(expression: string, renamed: ReadonlyMap<string, string>): string {
  const written = new Map([...renamed].map(([from, to]) => [quoteText(from), quoteText(to)]));
  return tokenize(expression, postgresLexis)
    .map(({ type, text }) => (type === 'string' ? (written.get(text) ?? text) : text))
    .join('');
}
