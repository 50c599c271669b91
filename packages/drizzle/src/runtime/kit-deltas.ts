/** Something that a snapshot lists. */
interface Row {
  readonly entityType?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly name?: string;
}

/** What a migration did to one of them. A key is the sort and, in JSON, the names that lead to it. */
interface Delta {
  readonly op: string;
  readonly key?: string;
  readonly row?: Row;
  readonly set?: Row;
}

interface Drawing {
  readonly type?: string;
  readonly ddl?: readonly Row[];
  readonly deltas?: readonly Delta[];
}

/**
 * What there was after each migration. Drizzle Kit keeps that as it is, but of PostgreSQL from 1.0 on, where it keeps what a migration changed: a state is what was there before
 * with that done to it. Undefined where it is not told, and from there on until it is told as a whole.
 */
export function statesOf(snapshots: readonly unknown[]): readonly unknown[] {
  const states: unknown[] = [];
  for (const snapshot of snapshots as readonly (Drawing | undefined)[]) {
    const before = states.at(-1) as Drawing | undefined;
    if (snapshot?.type !== 'diff') states.push(snapshot);
    else states.push(before?.ddl && { ...before, ddl: (snapshot.deltas ?? []).reduce(after, before.ddl) });
  }
  return states;
}

function after(rows: readonly Row[], { op, key, row, set = {} }: Delta): readonly Row[] {
  if (op === 'create') return row ? [...rows.filter((each) => keyOf(each) !== keyOf(row)), row] : rows;
  const told = rows.find((each) => keyOf(each) === key);
  if (!told) return rows;
  if (op === 'drop') return rows.filter((each) => each !== told);
  return rows.map((each) => (each === told ? { ...each, ...set } : op === 'rename' ? along(each, told, set) : each));
}

/** What lies within something that is called otherwise now: a rename names the outermost alone. */
function along(row: Row, { entityType, schema, name }: Row, set: Row): Row {
  if (entityType === 'schemas' && row.schema === name && set.name !== undefined) return { ...row, schema: set.name };
  if (entityType !== 'tables' || row.schema !== schema || row.table !== name) return row;
  return { ...row, ...(set.schema !== undefined && { schema: set.schema }), table: set.name ?? name ?? '' };
}

function keyOf({ entityType, schema, table, name }: Row): string {
  return `${entityType}\0${JSON.stringify([schema, table, name].filter((each) => each !== undefined && each !== null))}`;
}
