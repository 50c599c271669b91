import { readFileSync } from 'node:fs';
import pg from 'pg';

// Asks each database for its fingerprint, as many at a time as `validate` does.
const [, , file, ...urls] = process.argv;
const text = readFileSync(file, 'utf8');
const all = urls.values();
const one = async () => {
  for (const connectionString of all) {
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query(text);
    await client.end();
  }
};
await Promise.all(Array.from({ length: 8 }, one));
