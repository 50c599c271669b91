import { type Plan, takeSnapshot } from '@sync/core';
import type { JournalEntry, KeptSnapshot } from './book-format.js';
import type { Note } from './books.js';
import type { Session } from './session.js';
import type { NoteOfRename } from './way-back.js';

/** A state as it is kept, with the statements that led there. */
export function keptOf(
  { driver }: Session,
  own: Parameters<typeof takeSnapshot>[1],
  plan?: Plan,
  renames: readonly NoteOfRename[] = [],
): KeptSnapshot {
  return {
    by: 'schema-sync',
    schema: takeSnapshot(driver.name, own),
    sql: sqlOf(plan),
    ...(plan && { plan: plan.id }),
    ...(renames.length > 0 && { renames: renames.map(({ from, to }) => ({ from, to })) }),
  };
}

/** What is noted of a migration. */
export function noteOf(
  idx: number,
  plugin: string,
  how: JournalEntry['how'],
  kept: KeptSnapshot,
  hash: string = kept.schema.root,
): Note {
  const name = plugin.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  const tag = `${String(idx).padStart(4, '0')}_${name}`;
  return {
    kept,
    entry: { idx, version: '7', when: Date.now(), tag, breakpoints: true, hash, ...(how && { how }) },
  };
}

/** The statements of a plan, in the order in which they run. */
export function sqlOf(plan: Plan | undefined): readonly string[] {
  return (plan?.up ?? []).flatMap(({ steps }) => steps.flatMap((step) => step.sql.map(({ text }) => text)));
}
