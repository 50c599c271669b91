import { type Address, isSyncError, partsOf, type Session, type Statement } from '@sync/core';

/** What InnoDB writes in place of a character of a name; how it writes those beyond ASCII is its own affair. https://dev.mysql.com/doc/refman/9.7/en/identifier-mapping.html */
function fileNameOf(name: string): string {
  return name.replace(/[^0-9A-Za-z_]/g, (character) => `@${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Of how many tables of the server it is waited for that each is opened: beyond them it takes minutes, during which the server hears nobody who cancels that. */
const mostTables = 5000;

/** From how many versions on they are told: half of what the server takes least of. Fewer are in the way of no plan, and tenants that differ in them alone are alike. */
export const fewest = 32;

/**
 * How many versions the rows of these tables have, by how often columns were added and dropped at once: the most of them among the partitions of one. The server says it
 * to whoever has the right PROCESS, and only of names that are found by their letters; of others nothing is known, nor of any on a server of more tables than `most`.
 */
export async function rowVersionsOf(
  session: Session,
  addresses: readonly Address[],
  most = mostTables,
): Promise<ReadonlyMap<Address, number>> {
  const [own] = await session.query<{ readonly name: string }>({ text: "SELECT DATABASE() AS 'name'" });
  const tables = new Map<string, Address>(
    addresses.flatMap((address) => {
      const { kind, parts } = partsOf(address);
      if (kind !== 'table') return [];
      return [[`${fileNameOf(own?.name ?? '')}/${fileNameOf(parts[0] ?? '')}`, address] as const];
    }),
  );
  if (tables.size === 0) return new Map();
  const used = new Map<Address, number>();
  for (const { name, versions } of await versionsAmong(session, [...tables.keys()], most)) {
    const address = tables.get(name);
    if (address !== undefined) used.set(address, Math.max(used.get(address) ?? 0, Number(versions)));
  }
  return used;
}

interface VersionsRow {
  readonly name: string;
  readonly versions: number;
}

async function versionsAmong(
  session: Session,
  names: readonly string[],
  most: number,
): Promise<readonly VersionsRow[]> {
  try {
    if ((await session.query(moreTablesThan(most))).length > 0) return [];
    return await session.query<VersionsRow>({
      text: `SELECT SUBSTRING_INDEX(name, '#', 1) AS 'name', total_row_versions AS 'versions'
FROM information_schema.innodb_tables
WHERE SUBSTRING_INDEX(name, '#', 1) IN (${names.map(() => '?').join(', ')}) AND total_row_versions >= ${fewest}`,
      params: names,
    });
  } catch (error) {
    // Without the right to ask, or before 8.0.29, nobody knows: a table that takes no more is then refused by the server, before anything happens to it.
    if (isSyncError(error) && (error.code === 'PERMISSION_DENIED' || error.code === 'STATEMENT_FAILED')) return [];
    throw error;
  }
}

/** A row or two where there are more. Tables that the account may not see have files that it does. */
function moreTablesThan(count: number): Statement {
  return {
    text: `(SELECT 1 FROM information_schema.tables LIMIT ${count}, 1)
UNION ALL
(SELECT 1 FROM information_schema.innodb_tablespaces_brief LIMIT ${count}, 1)`,
  };
}
