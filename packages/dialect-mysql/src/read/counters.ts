import { type Reading, type SchemaObject, type Session, sql } from '@sync/core';
import { counterOf, type TableSpec } from '../kinds/table/spec.js';
import { writeLiteral } from '../text/literal.js';
import { foldMember } from '../text/names.js';
import type { Rows } from './rows.js';

/** A session of a scratch database, which knows whether somebody said there from where a table counts on. */
export interface CountingSession extends Session {
  saysCounters(): boolean;
}

/** From where tables count on, where the desired state says so: elsewhere that is how far they came, and to ask for it has the server open each of them. */
export async function saidCounters(session: Session): Promise<readonly Rows['counters'][]> {
  const isSaid = 'saysCounters' in session && (session as CountingSession).saysCounters();
  return isSaid ? session.query<Rows['counters']>(counters) : [];
}

/** Whether a statement may say it. */
export function saysCounter(text: string): boolean {
  return /\bAUTO_INCREMENT\s*=?\s*\d/i.test(text);
}

const counters = sql`
  SELECT table_name AS 'table', auto_increment AS 'next'
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND auto_increment > 1
`;

/** The part that asks for what a desired state says of counters to be held against those that are there. */
export const countersPart = 'counters';

/** The most tables that are asked for in one statement. */
const most = 1_000;

/**
 * How far the tables have counted of which the goal says from where they are to count, and those that may come to be called as one of these: the server opens each table that it
 * is asked for.
 */
export async function reachedCounters(
  { session, goal, with: parts }: Reading,
  columns: readonly Rows['columns'][],
): Promise<readonly Rows['counters'][]> {
  if (!goal || !parts.has(countersPart)) return [];
  const tables = [...goal].filter(({ kind }) => kind === 'table') as SchemaObject<TableSpec>[];
  const said = new Set(tables.flatMap((table) => (counterOf(table) === undefined ? [] : [foldMember(table.name)])));
  if (said.size === 0) return [];
  const wanted = new Set(tables.map(({ name }) => foldMember(name)));
  const counting = new Set(
    columns.flatMap(({ table, extra }) => (extra.toUpperCase().includes('AUTO_INCREMENT') ? [table] : [])),
  );
  const asked = [...counting].filter((name) => said.has(foldMember(name)) || !wanted.has(foldMember(name)));
  const found: Rows['counters'][] = [];
  for (let i = 0; i < asked.length; i += most) {
    const names = asked
      .slice(i, i + most)
      .map(writeLiteral)
      .join(', ');
    found.push(...(await session.query<Rows['counters']>({ text: `${reached} AND table_name IN (${names})` })));
  }
  return found;
}

const reached = `
SELECT table_name AS 'table', COALESCE(auto_increment, 1) AS 'next'
FROM information_schema.tables
WHERE table_schema = DATABASE()`.trim();
