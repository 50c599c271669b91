import type { Statement } from '@sync/core';
import { lacksAmong } from './missing-rights.js';

const title = 'the journal of schema-sync';

/** What the account lacks to make the journal. */
export const missingForJournal: Statement = lacksAmong(
  ['CREATE', 'SELECT', 'INSERT', 'UPDATE'].map((privilege) => ({ privilege, title })),
);

/** What each use of a table of the journal takes that is there. */
const uses = {
  toRead: ['SELECT'],
  toWrite: ['SELECT', 'INSERT', 'UPDATE'],
  toChange: ['ALTER'],
} as const;

/** Asks whether a table of the journal is there, and what would let the account use it where it may not. */
export function findJournalTable(table: string): Statement {
  const lacks = Object.entries(uses).map(([use, privileges]) => {
    // What is asked for on one table is granted on all of them: the journal has several.
    const { text, params = [] } = lacksAmong(
      privileges.map((privilege) => ({ privilege, table, title, isToCome: true })),
    );
    const remedy = `(SELECT GROUP_CONCAT(l.remedy ORDER BY l.remedy SEPARATOR '; ') FROM (${text}) AS l)`;
    return { text: `${remedy} AS ${use}`, params };
  });
  return {
    text: `SELECT 1 AS found, ${lacks.map(({ text }) => text).join(', ')}
FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?`,
    params: [...lacks.flatMap(({ params }) => params), table],
  };
}
