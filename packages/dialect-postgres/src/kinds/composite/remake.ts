import { address, type Impossible, partsOf, type RenderContext, type SchemaObject, type StepDraft } from '@sync/core';
import { convertsValues, rewritesTable } from '../../hazards.js';
import { quoteName } from '../../text/names.js';
import { qualified, qualifiedAt, shown } from '../../text/qualified.js';
import { beforeTables, convertColumns, madeOf, typesOver, usesOfType } from '../type/uses.js';
import { printAttribute } from './deltas.js';
import type { CompositeSpec } from './spec.js';

type Composite = SchemaObject<CompositeSpec>;

/** CREATE TYPE … AS. */
export function printComposite(type: Composite): string {
  const lines = type.spec.attributes.map((attribute) => `  ${printAttribute(attribute)}`);
  return `CREATE TYPE ${qualified(type)} AS (${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''})`;
}

/** Makes a composite type anew beside the old one and converts the columns to it, attribute by attribute. */
export function remakeComposite(from: Composite, to: Composite, context: RenderContext): StepDraft | Impossible {
  const [over] = typesOver(from, context.base);
  if (over) return madeOf(from, over);
  const uses = usesOfType(from, context.base);
  const list = uses.find(({ columns }) => columns.some(({ type }) => type.endsWith('[]')));
  if (list) {
    return {
      impossible: `table ${shown(list.table)} has a column of lists of it, which the server does not convert`,
      hint: `Add attributes at the end, or drop them, which the server does in place; or add a new type and a new column.`,
    };
  }
  const type = qualified(to);
  const aside = `_schema_sync_old_${to.name}`;
  const old = qualifiedAt(address(to.kind, ...partsOf(to.address).parts.slice(0, -1), aside));
  const present = new Set(from.spec.attributes.map(({ name }) => name));
  const row = (column: string) =>
    to.spec.attributes
      .map(({ name, type: each }) => (present.has(name) ? `(${column}).${quoteName(name)}::${each}` : `NULL::${each}`))
      .join(', ');
  return {
    summary: `make composite type ${shown(to)} anew`,
    sql: [
      { text: `ALTER TYPE ${type} RENAME TO ${quoteName(aside)}` },
      { text: printComposite(to) },
      ...convertColumns(uses, ({ name }) => {
        const column = quoteName(name);
        return { type, using: `CASE WHEN ${column} IS DISTINCT FROM NULL THEN ROW(${row(column)})::${type} END` };
      }),
      { text: `DROP TYPE ${old}` },
    ],
    hazards: uses.flatMap(({ table, columns }) => [
      rewritesTable(shown(table), `because the type ${shown(to)} is made anew`),
      ...columns.map(({ name }) => convertsValues(shown(table), name, shown(from), `${shown(to)} as it is to be`)),
    ]),
    before: beforeTables(uses, context),
  };
}
