import type { SchemaObject, StepDraft } from '@sync/core';
import type { TableSpec } from './spec.js';

/** A default of a day, a month or a year that there is none of. */
const zero = /^'(?:0000-|\d+-00-|\d+-\d+-00)/;
const moments = /^(?:date|datetime|timestamp)\b/;

/** The mode of a session that takes such a default and is as strict as ever else. https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html#sqlmode_no_zero_date */
export const modeWithZeroDates = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION';

/** Has these steps run where defaults without a day are taken, if one of these tables has one: it was made where they were. */
export function takingZeroDates(
  drafts: readonly StepDraft[],
  ...tables: readonly SchemaObject<TableSpec>[]
): readonly StepDraft[] {
  const hasZero = tables.some(({ spec }) =>
    spec.columns.some(({ type, default: usual }) => usual !== undefined && moments.test(type) && zero.test(usual)),
  );
  if (!hasZero) return drafts;
  return drafts.map((draft) => ({ ...draft, settings: { 'mysql/sql_mode': modeWithZeroDates, ...draft.settings } }));
}
