import { type Address, partsOf, type Session } from '@sync/core';

/** About how many rows the tables at these addresses hold, as the server estimates it. */
export async function sizesOf(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, number>> {
  const tables = new Map(
    addresses.flatMap((address) => {
      const { kind, parts } = partsOf(address);
      return kind === 'table' ? [[parts[0] ?? '', address] as const] : [];
    }),
  );
  if (tables.size === 0) return new Map();
  const names = [...tables.keys()];
  const rows = await session.query<{ readonly name: string; readonly rows: number | null }>({
    text: `SELECT table_name AS 'name', table_rows AS 'rows'
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name IN (${names.map(() => '?').join(', ')})`,
    params: names,
  });
  return new Map(
    rows.flatMap(({ name, rows: count }) => {
      const address = tables.get(name);
      return address === undefined ? [] : [[address, Number(count ?? 0)] as const];
    }),
  );
}
