import { quoteName } from '../../text/names.js';
import type { ViewColumn } from './spec.js';

/** The names of the columns behind the view's own; none where the query is to say them. */
export function columnList(columns: readonly Pick<ViewColumn, 'name'>[]): string {
  return columns.length > 0 ? ` (${columns.map(({ name }) => quoteName(name)).join(', ')})` : '';
}
