import type { RenameHint } from '@sync/core';
import { type Schema, tablesOf } from './model.js';
import { foldName } from './names.js';

/** What a person would declare: things keep their ids through a rename. */
export function hintsBetween(before: Schema, after: Schema): readonly RenameHint[] {
  const hints: RenameHint[] = [];
  const old = new Map(tablesOf(before).map((table) => [table.id, table]));
  for (const table of tablesOf(after)) {
    const was = old.get(table.id);
    if (!was) continue;
    if (foldName(was.name) !== foldName(table.name)) hints.push({ at: 'test', from: [was.name], to: [table.name] });
    for (const column of table.columns) {
      const earlier = was.columns.find((each) => each.id === column.id);
      if (earlier && foldName(earlier.name) !== foldName(column.name))
        hints.push({ at: 'test', from: [table.name, earlier.name], to: [table.name, column.name] });
    }
  }
  return hints;
}
