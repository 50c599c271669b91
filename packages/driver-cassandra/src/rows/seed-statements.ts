import type { Seed, Statement } from '@sync/core';
import { quoteName, quoteText } from '../names.js';
import { equalTo, type Row, rowText } from './row-text.js';

/** What was found in place of a row: the columns that hold what it says, or nothing. */
type Found = { readonly same: readonly string[] } | null;

const hint = 'Somebody wrote to the table after the plan was made: plan again.';

/**
 * Statements that bring seed rows about. An INSERT of Cassandra's writes over the row that is there. Where it is known what was there, each row is written by a lightweight
 * transaction, on the condition that this still holds. What a row says nothing of stays as it is.
 */
export function seedStatements(seed: Seed, found?: readonly Found[]): readonly Statement[] {
  return seed.rows.flatMap((row, i): readonly Statement[] => {
    const inserted = `INSERT INTO ${quoteName(seed.table)} JSON ${quoteText(rowText(row))} DEFAULT UNSET`;
    if (!found) return [{ text: inserted }];
    const held = found[i];
    if (held) return update(seed, row, held.same);
    const message = `a row of ${seed.table} that is to be added is there already: ${keyOf(seed, row)}`;
    return [{ text: `${inserted} IF NOT EXISTS`, applies: { message, hint } }];
  });
}

function update(seed: Seed, row: Row, same: readonly string[]): readonly Statement[] {
  const { table, key } = seed;
  const stays = new Set([...key, ...same]);
  const changed = Object.keys(row).filter((name) => !stays.has(name));
  // Beside rows that give values to a column that is new, there can be some that give it none.
  if (changed.length === 0) return [];
  // That nothing is there is true of a row that is gone as well.
  const conditions = same.filter((name) => (row[name] ?? null) !== null);
  const text = [
    `UPDATE ${quoteName(table)} SET ${changed.map((name) => equalTo(name, row)).join(', ')}`,
    `WHERE ${key.map((name) => equalTo(name, row)).join(' AND ')}`,
    conditions.length > 0 ? `IF ${same.map((name) => condition(name, row)).join(' AND ')}` : 'IF EXISTS',
  ].join(' ');
  const message = `a row of ${table} that is to be changed is gone, or holds something else by now: ${keyOf(seed, row)}`;
  return [{ text, applies: { message, hint } }];
}

function condition(column: string, row: Row): string {
  return (row[column] ?? null) === null ? `${quoteName(column)} = null` : equalTo(column, row);
}

function keyOf({ key }: Seed, row: Row): string {
  return key.map((name) => `${name} ${String(row[name])}`).join(', ');
}
