import { quoteName } from '../../text/names.js';
import type { Grant } from './spec.js';

/** What tells two grants of one thing apart, whoever granted them. */
export function keyOfGrant({ to, column, privilege }: Grant): string {
  return JSON.stringify([to ?? null, column ?? null, privilege]);
}

/** What is granted, as SQL: `SELECT`, `SELECT (a)`. */
export function privilegeText({ privilege, column }: Grant): string {
  return column === undefined ? privilege : `${privilege} (${quoteName(column)})`;
}
