import type { Statement } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { qualified, shown } from '../text/qualified.js';
import { copying } from './marks.js';
import type { Retyping } from './retyping.js';

/** What fires for each row, before it is written, after the trigger that copies a column, and could give it another value: made since the plan was, or of somebody who is not managed. The copies of other columns do not. */
export function laterTriggers({ table, after, trigger }: Retyping): Statement {
  return {
    text: `
SELECT tgname::text AS trigger
FROM pg_catalog.pg_trigger
WHERE tgrelid = pg_catalog.to_regclass(${quoteText(qualified(table))})
  AND tgenabled <> 'D'
  AND tgtype & 3 = 3
  AND tgtype & 20 > 0
  AND tgname > ${quoteText(trigger)}::name
  AND pg_catalog.strpos(tgname::text, ${quoteText(copying)}) = 0`.trim(),
    check: {
      message: `a trigger of table ${shown(table)} fires after the one that copies column ${after.name}, and may change what that has copied`,
      hint: 'Plan again: the copy gets a name that comes after it. Where that trigger is not managed, rename it, or plan with --no-online.',
    },
  };
}
