import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createEngine, inspect, tenantContext, writeDocuments } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { expect, test } from 'vitest';
import { cassandraAbsence, freshCassandraDatabase } from '../servers/fresh-cassandra-database.js';

const absence = cassandraAbsence(5);

const made = [
  'CREATE TYPE place (street text)',
  'CREATE TABLE users ("Id" int, n int, name text, home frozen<place>, PRIMARY KEY ("Id", n))',
  `CREATE MATERIALIZED VIEW by_name AS SELECT name, n, "Id", home FROM users WHERE name IS NOT NULL AND n > 5 AND n IS NOT NULL AND "Id" IS NOT NULL
   PRIMARY KEY (name, "Id", n) WITH CLUSTERING ORDER BY ("Id" DESC, n ASC) AND gc_grace_seconds = 60`,
  'CREATE FUNCTION "Plus"(a int, "B" list<int>) RETURNS NULL ON NULL INPUT RETURNS int LANGUAGE java AS $$ return a; // "quoted" \n$$',
  'CREATE FUNCTION "Plus"(a place) CALLED ON NULL INPUT RETURNS place LANGUAGE java AS $$ return a; $$',
  'CREATE AGGREGATE total(list<int>) SFUNC "Plus" STYPE int INITCOND 7',
];

test.skipIf(absence !== undefined)('documents that are written of a keyspace hold all of it', async () => {
  await using database = await freshCassandraDatabase(5);
  const directory = mkdtempSync(join(tmpdir(), 'schema-sync-documents-'));
  try {
    const tenant = tenantContext({ id: 'app', target: { url: database.url, directory } });
    await using connection = await driver.connect(driver.options(tenant.target), { access: 'write' });
    for (const text of made) await connection.execute({ text });
    const { catalogue } = await inspect(connection, driver);
    const { files, uncovered } = writeDocuments(catalogue, driver);
    expect(uncovered).toEqual([]);
    expect(files).toHaveLength(made.length);
    const folder = join(directory, 'documents');
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    expect((await createEngine({ driver }).plan(tenant, folder)).up).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
