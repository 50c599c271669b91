import type { Catalogue } from '@sync/core';
import { domainOf } from './change-type.js';
import type { ColumnSpec } from './spec.js';

/** What the server gives to rows that say nothing of a column: its own default or else that of its domain, which has the default of the domain that it is over. */
export function valueOfNew(column: ColumnSpec, goal: Catalogue): string | undefined {
  return column.default ?? domainDefault(column, goal);
}

/** The default that a column has from its type, whether or not it has one of its own. */
export function domainDefault({ type, generated }: ColumnSpec, goal: Catalogue): string | undefined {
  return generated ? undefined : domainOf(type, { base: goal, goal }, 'goal')?.spec.default;
}
