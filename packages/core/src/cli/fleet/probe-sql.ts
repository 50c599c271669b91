import type { Driver } from '../../contract/driver.js';
import { asSyncError } from '../../errors.js';
import { inParallel } from '../../fleet/in-parallel.js';
import type { Member } from '../../fleet/member.js';

/** Which tenants are to be asked what, and with what. */
export interface SqlProbe {
  readonly text: string;
  readonly driver: Driver;
  readonly parallel: number;
  readonly signal: AbortSignal;
}

/** A tenant that is not well, and what it answered. */
export interface Unwell {
  readonly tenant: string;
  readonly answer: string;
}

/**
 * Asks tenants whether they are well, each in its own database and with a connection that cannot write: what a change breaks it may break for one of them alone. Well is
 * who answers a row that begins with something else than NULL, false or zero.
 */
export async function unwell(
  members: readonly Member[],
  { text, driver, parallel, signal }: SqlProbe,
): Promise<readonly Unwell[]> {
  const found: Unwell[] = [];
  const ask = async ({ tenant }: Member): Promise<Unwell | undefined> => {
    try {
      const how = { access: 'read', missing: 'refuse', signal } as const;
      await using connection = await driver.connect(driver.options(tenant.target), how);
      const [row] = await connection.query({ text });
      if (row === undefined) return { tenant: tenant.id, answer: 'no row' };
      const [value] = Object.values(row);
      return isWell(value) ? undefined : { tenant: tenant.id, answer: String(value) };
    } catch (thrown) {
      const { code, message } = asSyncError(thrown, 'probe');
      return { tenant: tenant.id, answer: `${code}: ${message}` };
    }
  };
  for await (const each of inParallel(members, parallel, ask)) if (each) found.push(each);
  return found.sort((a, b) => (a.tenant < b.tenant ? -1 : 1));
}

/** Engines say no in several ways: as a truth value, as a number, and as a number that came as text. */
function isWell(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return value === true || !(String(value).trim() === 'f' || Number(value) === 0);
}
