import type { Statement } from '@sync/core';
import { quoteName } from '../text/names.js';

/** Finds something where two tables do not hold the same number of rows, one of which was copied from the other. */
export function countRows(table: string, copy: string, shown = table): Statement {
  const rows = (name: string) => `(SELECT count(*) FROM ${quoteName(name)})`;
  return {
    text: `SELECT ${rows(table)} AS "before", ${rows(copy)} AS "after"\nWHERE ${rows(table)} <> ${rows(copy)}`,
    check: {
      message: `the rebuild of ${shown} would lose rows`,
      hint: 'A new constraint resolves conflicts by ignoring or replacing rows, or nothing of the old rows fits the new table.',
    },
  };
}
