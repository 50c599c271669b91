import type { HeldRow, Seed, Session } from '@sync/core';
import { quoteName } from '../names.js';
import { type Row, valueText } from './row-text.js';

/** How many rows are asked for at a time. */
const together = 16;

/**
 * What a table holds of rows. Each is a query of its own, by its whole key. What is not the same to the letter in the form in which the server shows values (`1.0` and `"1.00"`)
 * is the server's to compare, in the one partition.
 */
export async function findRows(session: Session, seed: Seed): Promise<readonly (HeldRow | null)[]> {
  const found: (HeldRow | null)[] = [];
  for (let i = 0; i < seed.rows.length; i += together)
    found.push(...(await Promise.all(seed.rows.slice(i, i + together).map((row) => findRow(session, seed, row)))));
  return found;
}

async function findRow(session: Session, { table, key }: Seed, row: Row): Promise<HeldRow | null> {
  const columns = Object.keys(row).filter((name) => !key.includes(name));
  const [first = ''] = key.map(quoteName);
  const selected = columns.map((name, n) => `, toJson(${quoteName(name)}) AS c${n}`);
  const from = `FROM ${quoteName(table)} WHERE ${key.map((name) => `${quoteName(name)} = fromJson(?)`).join(' AND ')}`;
  const params = key.map((name) => valueText(row[name]));
  const [answer] = await session.query({ text: `SELECT ${first}${selected.join('')} ${from}`, params });
  if (!answer) return null;
  const holds = async (column: string, meant: string) => {
    const text = `SELECT ${first} ${from} AND ${quoteName(column)} = fromJson(?) ALLOW FILTERING`;
    return (await session.query({ text, params: [...params, meant] })).length > 0;
  };
  const same: string[] = [];
  const others: Record<string, unknown> = {};
  for (const [n, name] of columns.entries()) {
    const held = answer[`c${n}`] ?? 'null';
    const meant = valueText(row[name]);
    const isSame = held === meant || (held !== 'null' && meant !== 'null' && (await holds(name, meant)));
    if (isSame) same.push(name);
    else others[name] = held;
  }
  return { same, others };
}
