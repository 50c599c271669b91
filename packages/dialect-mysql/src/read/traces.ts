import { type Address, partsOf, type Session, type Trace } from '@sync/core';

/** Who defined these objects, and when they were last changed: of a table the server keeps only when it was last written anew. */
export async function tracesOf(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, Trace>> {
  const wanted = new Map(
    addresses.map((address) => {
      const { kind, parts } = partsOf(address);
      return [keyOf(kind.slice(kind.indexOf('/') + 1), parts.at(-1) ?? ''), address];
    }),
  );
  if (wanted.size === 0) return new Map();
  const rows = await session.query<TraceRow>({ text });
  const found = new Map<Address, Trace>();
  for (const { kind, name, definer, at } of rows) {
    const address = wanted.get(keyOf(kind.toLowerCase(), name));
    if (address === undefined) continue;
    found.set(address, {
      ...(definer !== null && { by: definer, how: 'defined by' }),
      ...(at !== null && { at: new Date(Number(at) * 1000).toISOString() }),
    });
  }
  return found;
}

interface TraceRow {
  readonly kind: string;
  readonly name: string;
  readonly definer: string | null;
  readonly at: number | string | null;
}

/** Names of what has a body differ in no more than case on no server. */
function keyOf(kind: string, name: string): string {
  return `${kind} ${name.toLowerCase()}`;
}

const text = `
SELECT 'table' AS 'kind', table_name AS 'name', NULL AS 'definer', UNIX_TIMESTAMP(create_time) AS 'at'
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
UNION ALL
SELECT 'view', table_name, definer, NULL FROM information_schema.views WHERE table_schema = DATABASE()
UNION ALL
SELECT routine_type, routine_name, definer, UNIX_TIMESTAMP(last_altered)
FROM information_schema.routines
WHERE routine_schema = DATABASE()
UNION ALL
SELECT 'trigger', trigger_name, definer, UNIX_TIMESTAMP(created)
FROM information_schema.triggers
WHERE trigger_schema = DATABASE()
UNION ALL
SELECT 'event', event_name, definer, UNIX_TIMESTAMP(last_altered)
FROM information_schema.events
WHERE event_schema = DATABASE()`.trim();
