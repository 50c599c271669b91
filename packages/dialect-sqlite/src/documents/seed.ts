import {
  type Dialect,
  type DocumentNode,
  type ReadSeed,
  readSeed,
  type SchemaObject,
  type Seed,
  type Statement,
} from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import { foldName } from '../text/names.js';

/** Reads `seedData` for a table, whose rows are told apart by its primary key, a unique constraint or one of these unique indexes. */
export function readSeedData(
  node: DocumentNode,
  { name, spec }: SchemaObject<TableSpec>,
  indexes: readonly (readonly string[])[],
): ReadSeed {
  const names = new Map(spec.columns.map((column) => [foldName(column.name), column.name]));
  const keys = [...(spec.primaryKey ? [spec.primaryKey] : []), ...spec.uniques].map((key) =>
    key.columns.map(({ column }) => names.get(column) ?? column),
  );
  return readSeed(node, {
    name,
    columns: [...names.values()],
    keys: [...keys, ...indexes],
    fold: foldName,
    truth: (value) => (value ? 1 : 0),
  });
}

/** Statements that bring seed rows about: inserted, or updated where the key exists. Nothing is deleted, so no child rows go. */
export function seedStatements(seed: Seed, dialect: Pick<Dialect, 'quote' | 'literal' | 'fold'>): readonly Statement[] {
  const key = new Set(seed.key.map(dialect.fold));
  const target = seed.key.map(dialect.quote).join(', ');
  return seed.rows.map((row) => {
    const columns = Object.keys(row);
    const values = columns.map((column) => dialect.literal(row[column] ?? null)).join(', ');
    const updates = columns
      .filter((column) => !key.has(dialect.fold(column)))
      .map((column) => `${dialect.quote(column)} = excluded.${dialect.quote(column)}`);
    const otherwise = updates.length > 0 ? `DO UPDATE SET ${updates.join(', ')}` : 'DO NOTHING';
    const text = `INSERT INTO ${dialect.quote(seed.table)} (${columns.map(dialect.quote).join(', ')})
VALUES (${values})
ON CONFLICT (${target}) ${otherwise}`;
    return { text };
  });
}
