import { integer, pgSchema } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { postgresPlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

/** Two plugins in one schema that are of one type, each release with labels of its own. */
function release(...labels: [string, ...string[]]) {
  const place = pgSchema('common');
  const mood = place.enum('mood', labels);
  const table = (name: string) => place.table(name, { id: integer().primaryKey(), mood: mood() });
  return [
    { name: 'plugin-cats', schema: { place, mood, cats: table('cats') } },
    { name: 'plugin-dogs', schema: { dogs: table('dogs') } },
  ] as const;
}

describe.skipIf('absent' in server)('plugins that share a schema and a type', () => {
  test('have both as long as one of them stays, and change the type together alone', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const [cats, dogs] = release('calm');
    expect(await migrator.migrateAll([cats, dogs])).toMatchObject([{ outcome: 'migrated' }, { outcome: 'migrated' }]);
    await query("INSERT INTO common.dogs VALUES (1, 'calm')");
    const [wider, wide] = release('calm', 'cross');
    await expect(migrator.migrate(wider.name, wider.schema)).rejects.toMatchObject({
      code: 'USAGE',
      details: { object: 'postgres/enum:common.mood', others: ['plugin-dogs'] },
    });
    expect(await place.migratorOf().migrateAll([wider, wide])).toMatchObject([
      { changes: ['alter postgres/enum:common.mood'] },
      { outcome: 'found', sql: [] },
    ]);
    await migrator.reset('plugin-cats', { allowDataLoss: true });
    expect(await query('SELECT mood FROM common.dogs')).toEqual([{ mood: 'calm' }]);
    await migrator.reset('plugin-dogs', { allowDataLoss: true });
    expect(await query("SELECT 1 FROM pg_namespace WHERE nspname = 'common'")).toEqual([]);
  });
});
