import type { RenderContext, SchemaObject, StepDraft } from '@sync/core';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { addThenValidate } from './constraint-steps.js';
import { notNullCheck, notNullName } from './marks.js';

/**
 * Forbids nulls without reading the table under a lock that stops others: the server takes a constraint that was validated for proof. Up to 17 that is a check that
 * goes again. See the notes of https://www.postgresql.org/docs/current/sql-altertable.html.
 */
export function forbidNulls(
  table: SchemaObject<TableSpec>,
  { name: column, notNullConstraint }: ColumnSpec,
  summary: string,
  { server }: Pick<RenderContext, 'server'>,
): readonly StepDraft[] {
  const name = quoteName(column);
  const own = notNullConstraint?.name ?? notNullName(table.name, column);
  if (own !== undefined && server.features.has('not-null-constraints')) {
    return [
      addThenValidate(
        {
          name: own,
          definition: `NOT NULL ${name}${notNullConstraint?.noInherit ? ' NO INHERIT' : ''}`,
          table: qualified(table),
          summary,
        },
        'n',
      ),
    ];
  }
  const check = notNullCheck(column);
  const alter = `ALTER TABLE ${qualified(table)}`;
  return [
    addThenValidate(
      {
        name: check,
        definition: `CHECK (${name} IS NOT NULL)`,
        table: qualified(table),
        summary: `look for nulls in column ${column} of table ${shown(table)}`,
      },
      'c',
    ),
    {
      summary,
      sql: [
        { text: `${alter} ALTER COLUMN ${name} SET NOT NULL` },
        { text: `${alter} DROP CONSTRAINT ${quoteName(check)}` },
      ],
      apart: true,
    },
  ];
}
