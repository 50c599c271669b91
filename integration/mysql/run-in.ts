import { type Connection, createConnection } from 'mysql2/promise';

type Row = Readonly<Record<string, unknown>>;

/** Runs statements that are separated by semicolons in a database, as its owner, and resolves to the rows of the last. */
export function runIn(url: string, text: string): Promise<readonly Row[]> {
  return withClient(url, async (client) => {
    const [found] = await client.query(text);
    const last = Array.isArray(found) ? found.at(-1) : undefined;
    const rows = Array.isArray(last) ? last : found;
    return Array.isArray(rows) ? (rows as readonly Row[]) : [];
  });
}

/** The rows of each of some queries, in one session: letting one in takes longer than a small query. */
export function queryEach(url: string, texts: readonly string[]): Promise<readonly (readonly Row[])[]> {
  return withClient(url, async (client) => {
    const found: (readonly Row[])[] = [];
    for (const text of texts) {
      const [rows] = await client.query(text);
      found.push(rows as readonly Row[]);
    }
    return found;
  });
}

async function withClient<T>(url: string, work: (client: Connection) => Promise<T>): Promise<T> {
  const uri = Object.assign(new URL(url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
  const client = await createConnection({ uri, multipleStatements: true });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
