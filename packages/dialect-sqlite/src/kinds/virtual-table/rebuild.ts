import type { SchemaObject, Statement, StepDraft } from '@sync/core';
import { dropsColumn, fillsCoordinates, rebuildsVirtualTable } from '../../hazards.js';
import { foldName, quoteName } from '../../text/names.js';
import { countRows } from '../count-rows.js';
import { interimName } from '../interim.js';

import { contentOf } from './content.js';
import { printVirtualTable } from './print.js';
import type { VirtualTableSpec } from './spec.js';

type VirtualTable = SchemaObject<VirtualTableSpec>;

/** The columns that are in both tables, as each spells them, the key first; undefined where the rows of the one cannot become those of the other. */
function shared(
  from: VirtualTable,
  to: VirtualTable,
  renamed: ReadonlyMap<string, string>,
): readonly (readonly [source: string, target: string])[] | undefined {
  if (from.spec.module !== to.spec.module) return undefined;
  const [before, after] = [contentOf(from.spec), contentOf(to.spec)];
  // An index over another relation is filled from there, and what its columns are only the server knows where none are named.
  if (!before || !after || after.source !== undefined) return undefined;
  const sources = new Map(before.columns.map((column) => [foldName(column), column]));
  const columns = after.columns.flatMap((column) => {
    const folded = foldName(column);
    const source = sources.get(folded) ?? sources.get(renamed.get(folded) ?? folded);
    return source === undefined ? [] : [[source, column] as const];
  });
  return columns.length > 0 || after.columns.length === 0 ? [[before.rowid, after.rowid], ...columns] : undefined;
}

/** Whether the rows of a virtual table can be carried over into its new form. */
export function keepsContent(from: VirtualTable, to: VirtualTable, renamed: ReadonlyMap<string, string>): boolean {
  return shared(from, to, renamed) !== undefined;
}

/** A new virtual table beside the old one, the rows copied and counted, and the names exchanged. */
export function rebuildVirtualTable(
  from: VirtualTable,
  to: VirtualTable,
  renamed: ReadonlyMap<string, string>,
): StepDraft {
  const interim = interimName(from, to);
  const columns = shared(from, to, renamed) ?? [];
  const copy = `INSERT INTO ${quoteName(interim)} (${columns.map(([, target]) => quoteName(target)).join(', ')})
SELECT ${columns.map(([source]) => quoteName(source)).join(', ')}
FROM ${quoteName(from.name)}`;
  const kept = new Set(columns.map(([source]) => source));
  const before = contentOf(from.spec);
  const lost = before?.source === undefined ? before?.columns.filter((column) => !kept.has(column)) : [];
  const filled = new Set(columns.map(([, target]) => target));
  const unknown = contentOf(to.spec)?.coordinates?.filter((column) => !filled.has(column)) ?? [];
  return {
    summary: `rebuild virtual table ${to.name}`,
    sql: [
      statement(printVirtualTable({ ...to, name: interim })),
      ...copySettings(from, interim),
      statement(copy),
      countRows(from.name, interim),
      statement(`DROP TABLE ${quoteName(from.name)}`),
      // Without it, the rename would refuse views that name the table which is not there for a moment.
      statement('PRAGMA legacy_alter_table = ON'),
      statement(`ALTER TABLE ${quoteName(interim)} RENAME TO ${quoteName(to.name)}`),
      statement('PRAGMA legacy_alter_table = OFF'),
    ],
    hazards: [
      ...(lost ?? []).map((column) => dropsColumn(to.name, column)),
      ...(unknown.length > 0 ? [fillsCoordinates(to.name, unknown)] : []),
      rebuildsVirtualTable(to.name, to.spec.module),
    ],
  };
}

/** FTS5 remembers how it ranks and merges: https://sqlite.org/fts5.html#the_rank_configuration_option. Before the copy, whose work depends on some of it. */
function copySettings({ name, spec }: VirtualTable, interim: string): readonly Statement[] {
  if (spec.module !== 'fts5') return [];
  const table = quoteName(interim);
  return [
    statement(`INSERT INTO ${table} (${table}, "rank")
SELECT "k", "v"
FROM ${quoteName(`${name}_config`)}
WHERE "k" <> 'version'`),
  ];
}

function statement(text: string): Statement {
  return { text };
}
