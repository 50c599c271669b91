import type { SchemaObject } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { columnList } from './column-list.js';
import type { MaterializedViewSpec } from './spec.js';

/** Whether a materialized view holds what its query gave. */
export function isFilled(view: SchemaObject | undefined): boolean {
  return (view?.layout as { readonly filled?: boolean } | undefined)?.filled ?? false;
}

/** CREATE MATERIALIZED VIEW, under a name that is SQL. */
export function printMaterializedView(
  { spec: { columns, options = [], select, method } }: SchemaObject<MaterializedViewSpec>,
  name: string,
  filled: boolean,
): string {
  const clauses = [
    ...(method === undefined ? [] : [` USING ${quoteName(method)}`]),
    ...(options.length > 0 ? [` WITH (${options.join(', ')})`] : []),
  ].join('');
  const query = `${select.replace(/;\s*$/, '')}\n  WITH ${filled ? '' : 'NO '}DATA`;
  return `CREATE MATERIALIZED VIEW ${name}${columnList(columns)}${clauses} AS\n${query}`;
}
