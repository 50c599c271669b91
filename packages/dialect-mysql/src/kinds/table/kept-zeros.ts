import type { StepDraft } from '@sync/core';
import type { TableDifference } from './difference.js';

/** The mode in which a counter keeps the zeros that rows hold, as strict as ever else. https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html#sqlmode_no_auto_value_on_zero */
export const modeWithZeros = 'STRICT_TRANS_TABLES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION';

/** Has these steps run where a row with a zero keeps it, if a column that is there begins to count: the server would give the row the next number, and say nothing. */
export function keepingZeros(drafts: readonly StepDraft[], { columns }: TableDifference): readonly StepDraft[] {
  const begins = columns.changed.some(({ from, to }) => to.autoIncrement && !from.autoIncrement);
  return begins
    ? drafts.map((draft) => ({ ...draft, settings: { 'mysql/sql_mode': modeWithZeros, ...draft.settings } }))
    : drafts;
}
