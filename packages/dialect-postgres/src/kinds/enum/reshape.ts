import {
  address,
  type Impossible,
  partsOf,
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
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import type { ColumnSpec } from '../table/spec.js';
import { beforeTables, madeOf, type TypeUse, typesOver, usesOfType } from '../type/uses.js';
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
  const [over] = typesOver(from, context.base);
  if (over) return madeOf(from, over);
  const type = qualified(to);
  const aside = `_schema_sync_old_${to.name}`;
  const old = qualifiedAt(address('postgres/enum', ...partsOf(to.address).parts.slice(0, -1), aside));
  const uses = usesOfType(from, context.base);
  const kept = new Set(to.spec.labels);
  const removed = from.spec.labels.map((label) => renamed.get(label) ?? label).filter((label) => !kept.has(label));
  const renames = [...renamed].map(
    ([before, after]) => `ALTER TYPE ${type} RENAME VALUE ${quoteText(before)} TO ${quoteText(after)}`,
  );
  return {
    summary: `make enum ${shown(to)} anew`,
    sql: [
      ...renames.map((text) => ({ text })),
      ...uses.flatMap((use) => use.columns.flatMap((column) => checkRemoved(use, column, removed, to))),
      { text: `ALTER TYPE ${type} RENAME TO ${quoteName(aside)}` },
      { text: `CREATE TYPE ${type} AS ENUM (${to.spec.labels.map(quoteText).join(', ')})` },
      ...uses.flatMap((use) => use.columns.flatMap((column) => convertColumn(use, column, renamed, removed))),
      { text: `DROP TYPE ${old}` },
    ],
    hazards: uses.flatMap(({ table, columns }) => [
      rewritesTable(shown(table), `because the enum ${shown(to)} is made anew`),
      ...(removed.length > 0
        ? columns.map((column) => convertsValues(shown(table), column.name, `enum ${shown(to)}`, 'fewer values'))
        : []),
    ]),
    // Columns are named here as they are before their tables change.
    before: beforeTables(uses, context),
  };
}

function checkRemoved(
  { table }: TypeUse,
  column: ColumnSpec,
  removed: readonly string[],
  type: Enum,
): readonly Statement[] {
  if (removed.length === 0 || column.type.endsWith('[]')) return [];
  const values = removed.map(quoteText).join(', ');
  return [
    {
      text: `SELECT ${quoteName(column.name)} AS value, count(*) AS rows FROM ${qualified(table)} WHERE ${quoteName(column.name)}::text IN (${values}) GROUP BY 1`,
      check: {
        message: `rows of ${shown(table)} still hold a value in ${column.name} that goes from the enum ${shown(type)}`,
        hint: `Give these rows another value first: ${removed.join(', ')}.`,
      },
    },
  ];
}

function convertColumn(
  { table }: TypeUse,
  column: ColumnSpec,
  renamed: ReadonlyMap<string, string>,
  removed: readonly string[],
): readonly Statement[] {
  const alter = `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(column.name)}`;
  const convert = `${alter} TYPE ${column.type} USING ${quoteName(column.name)}::text::${column.type}`;
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
