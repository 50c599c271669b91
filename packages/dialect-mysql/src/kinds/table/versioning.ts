import type { Flavour } from '../../flavour.js';
import { changesHistory, copiesHistory, dropsHistory } from '../../hazards.js';
import { foldMember, quoteName } from '../../text/names.js';
import type { Costs } from './costs.js';
import type { TableDifference } from './difference.js';
import type { Operation } from './operation.js';
import type { ColumnSpec, IndexSpec, TableSpec, VersioningSpec } from './spec.js';

/** What a column holds that says since or until when a row is as it is. */
const bounds: Readonly<Record<string, 'start' | 'end'>> = { 'ROW START': 'start', 'ROW END': 'end' };

/** How the history of a table is kept, by its columns. https://mariadb.com/kb/en/system-versioned-tables/ */
export function versioningOf(type: string, columns: readonly ColumnSpec[]): VersioningSpec | undefined {
  if (type !== 'SYSTEM VERSIONED') return undefined;
  return Object.fromEntries(
    columns.flatMap(({ name, generated }) => {
      const bound = bounds[generated?.as ?? ''];
      return bound ? [[bound, name] as const] : [];
    }),
  );
}

/** The server adds the end of a row to each unique key, whoever writes it there. */
export function withoutEnd(index: IndexSpec, end: string | undefined): IndexSpec {
  const last = index.parts.at(-1)?.column;
  const isAdded = end !== undefined && index.unique && last !== undefined && foldMember(last) === foldMember(end);
  return isAdded ? { ...index, parts: index.parts.slice(0, -1) } : index;
}

/** The clauses of CREATE TABLE: within its list, and behind it. */
export function printVersioning({ versioning }: Pick<TableSpec, 'versioning'>): {
  readonly within: readonly string[];
  readonly behind: readonly string[];
} {
  if (!versioning) return { within: [], behind: [] };
  return { within: periodClause(versioning), behind: ['WITH SYSTEM VERSIONING'] };
}

function periodClause({ start, end }: VersioningSpec): readonly string[] {
  return start === undefined || end === undefined
    ? []
    : [`PERIOD FOR SYSTEM_TIME (${quoteName(start)}, ${quoteName(end)})`];
}

/** What begins or ends the history of a table: both write it anew. */
export function versioningOperations({ from, to }: TableDifference): readonly Operation[] {
  const [before, after] = [from.spec.versioning, to.spec.versioning];
  const operation = (clause: string, summary: string): Operation => ({ clause, summary, cost: 'copy', stage: 'build' });
  if (before && !after) {
    const period = before.start === undefined ? [] : [operation('DROP PERIOD FOR SYSTEM_TIME', '')];
    const drop = {
      ...operation('DROP SYSTEM VERSIONING', 'keep its history no more'),
      hazards: [dropsHistory(to.name)],
    };
    return [...period, drop];
  }
  if (before || !after) return [];
  return [
    ...periodClause(after).map((clause) => operation(`ADD ${clause}`, '')),
    { ...operation('ADD SYSTEM VERSIONING', 'keep its history'), hazards: [copiesHistory(to.name)] },
  ];
}

/** Why one way of keeping the history cannot become another; undefined where it is the same, or one of them is none. */
export function otherVersioning({ from, to }: TableDifference): string | undefined {
  const [before, after] = [from.spec.versioning, to.spec.versioning];
  return before && after && JSON.stringify(before) !== JSON.stringify(after)
    ? `the columns that bound the history of table ${to.name} cannot become others`
    : undefined;
}

/** Not every server finds room for longer texts in a history without writing it anew. */
export function costsWithHistory({ from }: TableDifference, { costs }: Flavour): Costs {
  return from.spec.versioning ? { ...costs, widenText: 'copy' } : costs;
}

/** The server changes a table with a history only where it is told to change the history along: https://mariadb.com/kb/en/system-versioned-tables/#system_versioning_alter_history. */
export function historyOf({ from, to, columns }: TableDifference) {
  if (!from.spec.versioning) return {};
  const isChanged = to.spec.versioning && [...columns.dropped, ...columns.changed].length > 0;
  return {
    settings: { 'mysql/system_versioning_alter_history': 'KEEP' },
    hazards: isChanged ? [changesHistory(to.name)] : [],
  };
}
