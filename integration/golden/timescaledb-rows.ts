import { type Json, partsOf, type Relation, type SchemaObject, type Session } from '@sync/core';
import driver from '@sync/driver-timescaledb';

const { quote } = driver.dialect;

/** Every value as the server writes it, from whatever schema the table is in. */
export async function readRows(
  session: Session,
  object: SchemaObject,
  relation: Relation | undefined,
): Promise<readonly Readonly<Record<string, Json>>[] | undefined> {
  if (relation?.type !== 'table') return undefined;
  const path = partsOf(object.address).parts.map(quote).join('.');
  const columns = relation.columns.map((column) => `${quote(column.name)}::text`);
  if (columns.length === 0) return [];
  return session.query({
    text: `SELECT ${columns.join(', ')} FROM ${path} ORDER BY ${columns.map((_, i) => i + 1).join(', ')}`,
  });
}
