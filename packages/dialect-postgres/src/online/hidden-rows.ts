import type { Json, RenderContext, SchemaObject, Statement } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import { quoteText } from '../text/literal.js';
import { qualified, shown } from '../text/qualified.js';

type Table = SchemaObject<TableSpec>;

/**
 * The check that stops whoever policies hide rows from: what they write, count or look at would miss those. Only with FORCE ROW LEVEL SECURITY can that be somebody who may
 * alter the table, so that nothing is asked elsewhere. See https://www.postgresql.org/docs/current/ddl-rowsecurity.html.
 */
export function seesAllRows(
  table: Table,
  { base, goal, origin }: Pick<RenderContext, 'base' | 'goal' | 'origin'>,
  hint = '',
): readonly Statement[] {
  const was = base.get(origin(table.address)) as Table | undefined;
  // Of a table that the plan makes all rows are known.
  if (!was) return [];
  const is = goal.get(table.address) as Table | undefined;
  if (![was, is].some((each) => each?.spec.forcedRowSecurity)) return [];
  const name = quoteText(qualified(table));
  return [
    {
      text: `
SELECT current_user AS role
WHERE pg_catalog.row_security_active(pg_catalog.to_regclass(${name}))`.trim(),
      check: {
        message: `policies hide rows of table ${shown(table)} from the role, and they would be left out`,
        hint: `Plan and run as a role that sees all rows: a superuser, one with BYPASSRLS, or the owner without FORCE ROW LEVEL SECURITY.${hint}`,
        ahead: true,
      },
    },
  ];
}

/** The settings of a step that writes rows of a table: what policies would hide from it is an error. */
export function missingNoRows({ spec }: Table): { readonly settings?: Readonly<Record<string, Json>> } {
  return spec.rowSecurity ? { settings: { 'postgres/row_security': 'off' } } : {};
}
