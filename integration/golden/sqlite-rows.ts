import type { Json, Relation, SchemaObject, Session } from '@sync/core';
import driver from '@sync/driver-sqlite';

const { quote, literal } = driver.dialect;

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Every value as SQLite itself writes it, so that 1, 1.0 and '1' differ; and the hidden id of each row, where there is one. */
export async function readRows(
  session: Session,
  object: SchemaObject,
  relation: Relation | undefined,
): Promise<Rows | undefined> {
  if (object.kind === 'sqlite/virtual-table') return readVirtualRows(session, object);
  if (relation?.type !== 'table') return undefined;
  const rowid = (await hasRowid(session, object)) ? ['rowid AS "(rowid)"'] : [];
  const columns = relation.columns.map(({ name }) => `quote(${quote(name)}) AS ${quote(name)}`);
  return session.query({ text: `SELECT ${[...rowid, ...columns].join(', ')} FROM ${quote(object.name)}` });
}

/** The counter of AUTOINCREMENT, what `foreign_key_check` finds, and whether table and indexes agree. */
export async function readFacts(session: Session, object: SchemaObject): Promise<Readonly<Record<string, Json>>> {
  const name = literal(object.name);
  if (object.kind === 'sqlite/virtual-table') return { '(integrity)': await searchIntegrity(session, object) };
  const violations = await session.query({ text: `SELECT rowid, parent FROM pragma_foreign_key_check(${name})` });
  const integrity = await session.query<{ integrity_check: string }>({ text: `PRAGMA integrity_check(${name})` });
  return {
    '(counter)': await counter(session, object),
    '(violations)': violations.length,
    '(integrity)': integrity.map((row) => row.integrity_check),
  };
}

async function readVirtualRows(session: Session, object: SchemaObject): Promise<Rows> {
  return session.query({ text: `SELECT rowid AS "(rowid)", * FROM ${quote(object.name)}` });
}

/** A table WITHOUT ROWID has none, and one with a column of that name hides it. */
async function hasRowid(session: Session, object: SchemaObject): Promise<boolean> {
  const [found] = await session.query({
    text: `SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND name = ${literal(object.name)} AND wr = 0`,
  });
  return found !== undefined;
}

async function counter(session: Session, object: SchemaObject): Promise<Json> {
  const [counters] = await session.query({ text: "SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'" });
  if (!counters) return null;
  const [row] = await session.query<{ seq: number }>({
    text: `SELECT seq FROM sqlite_sequence WHERE name = ${literal(object.name)}`,
  });
  return row?.seq ?? null;
}

/** FTS5 can compare its index with the content that it is of. */
async function searchIntegrity(session: Session, object: SchemaObject): Promise<string> {
  const { module } = object.spec as { readonly module: string };
  if (module !== 'fts5') return 'ok';
  const name = quote(object.name);
  try {
    await session.execute({ text: `INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)` });
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
