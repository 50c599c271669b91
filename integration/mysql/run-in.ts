import { createConnection } from 'mysql2/promise';

/** Runs statements that are separated by semicolons in a database, as its owner, and resolves to the rows of the last. */
export async function runIn(url: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const uri = Object.assign(new URL(url.replace(/^mariadb:/, 'mysql:')), { search: '' }).href;
  const client = await createConnection({ uri, multipleStatements: true });
  try {
    const [found] = await client.query(text);
    const last = Array.isArray(found) ? found.at(-1) : undefined;
    const rows = Array.isArray(last) ? last : found;
    return Array.isArray(rows) ? (rows as readonly Readonly<Record<string, unknown>>[]) : [];
  } finally {
    await client.end();
  }
}
