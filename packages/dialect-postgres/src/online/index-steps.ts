import type { Leftovers, StepDraft } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { waitsForOthers } from './waiting.js';

/** An index of this name that a failed CREATE INDEX CONCURRENTLY left: one that is being built right now is none. */
export function invalidIndex(name: string): Leftovers {
  return {
    find: {
      text: `
SELECT 1 AS found
FROM pg_catalog.pg_index i
WHERE i.indexrelid = pg_catalog.to_regclass(${quoteText(name)})
  AND NOT i.indisvalid
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)`.trim(),
    },
    remove: [{ text: `DROP INDEX CONCURRENTLY ${name}` }],
  };
}

/** Builds an index while rows are written. */
export function buildIndexOnline(summary: string, text: string, name: string): StepDraft {
  return { summary, sql: [{ text }], atomic: false, settings: waitsForOthers, leftovers: invalidIndex(name) };
}

/** Drops an index once nobody uses it any more. */
export function dropIndexOnline(summary: string, name: string): StepDraft {
  return { summary, sql: [{ text: `DROP INDEX CONCURRENTLY ${name}` }], atomic: false, settings: waitsForOthers };
}
