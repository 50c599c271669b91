import { type Session, sql } from '@sync/core';
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
