import type { Leftovers, Statement } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { copyNames } from './copy-names.js';

/** What a copy that was not finished leaves behind, and what takes it away: where there is none of it, too. */
export function leftOfCopy(table: string, others: readonly string[] = []): Leftovers {
  const { copy, old, procedure, triggers } = copyNames(table);
  const names = (all: readonly string[]) => all.map(quoteText).join(', ');
  return {
    find: {
      text: `SELECT table_name AS 'name' FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name IN (${names([copy, old])})
UNION ALL
SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE() AND trigger_name IN (${names(Object.values(triggers))})
UNION ALL
SELECT routine_name FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_name = ${quoteText(procedure)}`,
    },
    // The triggers first: whoever writes to the table would miss what they write to.
    remove: [
      ...[...Object.values(triggers), ...others].map((name) => drop('TRIGGER', name)),
      dropped(copy),
      dropped(old),
      drop('PROCEDURE', procedure),
    ],
  };
}

/** Takes a table away that may not be there. */
export function dropped(table: string): Statement {
  return drop('TABLE', table);
}

function drop(what: string, name: string): Statement {
  return { text: `DROP ${what} IF EXISTS ${quoteName(name)}` };
}
