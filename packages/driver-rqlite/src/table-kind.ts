import type { BridgeSpec, Delta, ObjectKind, SchemaObject } from '@sync/core';
import { foldName, meaningful, type TableSpec, tableKind as usual } from '@sync/dialect-sqlite';

/** What is another value on each node, and for each row: https://sqlite.org/deterministic.html. A time is handed over, and the same for all. */
const differing = new Set(['random', 'randomblob', 'changes', 'total_changes', 'last_insert_rowid']);

/**
 * Tables as SQLite has them. A table that is rebuilt is copied by each node for itself: what a new column begins with must be the same on all of them, or their data part
 * for good. https://rqlite.io/docs/api/non-deterministic/
 */
export const tableKind: ObjectKind = {
  ...(usual as ObjectKind),
  serveBoth(from, to, context) {
    const served = (usual as ObjectKind).serveBoth?.(from, to, context) ?? { object: from ?? to };
    if ('impossible' in served) return served;
    const texts = (served.beside ?? []).flatMap(({ spec }) => {
      const { back, into, usual = [] } = spec as BridgeSpec;
      return [back, ...[...into, ...usual].map(({ as }) => as)];
    });
    const differing = texts.find((text) => differs(text) || tellsTime(text));
    if (differing === undefined) return served;
    return {
      impossible: `each node would work out ${differing} by itself for every row that is written, and their data would part`,
      hint: 'Make columns of what the row holds.',
    };
  },
  render(change, context) {
    const rendered = (usual as ObjectKind).render(change, context);
    if (change.verb !== 'alter' || 'impossible' in rendered) return rendered;
    // SQLite adds no column in place whose default is not constant, so that the rows are always copied.
    const column = differingColumn(change.to as SchemaObject<TableSpec>, change.deltas);
    if (column === undefined) return rendered;
    return {
      impossible: `each node would work out the default of ${change.to.name}.${column} by itself for the rows that are there, and their data would part`,
      hint: 'Add the column without this default, have the rows filled with values, and then give it the default.',
    };
  },
};

/** A column that rows which are there get, or get a value in, from a default that differs. */
function differingColumn({ spec }: SchemaObject<TableSpec>, deltas: readonly Delta[]): string | undefined {
  const filled = new Set(deltas.flatMap(({ type, path }) => (filling.has(type) ? [foldName(path[1] ?? '')] : [])));
  return spec.columns.find((column) => filled.has(foldName(column.name)) && differs(column.default))?.name;
}

const filling: ReadonlySet<string> = new Set(['add-column', 'change-not-null']);

function differs(expression: string | undefined): boolean {
  return (
    expression !== undefined &&
    meaningful(expression).some(({ type, text }) => type === 'word' && differing.has(foldName(text)))
  );
}

/** Within a trigger no time is handed over. */
function tellsTime(expression: string): boolean {
  return meaningful(expression).some(({ text }) => /^(?:current_(?:timestamp|date|time)|'now')$/i.test(text));
}
