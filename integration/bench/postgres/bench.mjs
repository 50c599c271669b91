import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../measure.mjs';
import { peersHere } from '../peers.mjs';
import { bareReads } from './bare-reads.mjs';
import { peers } from './peers.mjs';
import { benchReading } from './reading.mjs';
import { schemaOf, widenings } from './schema.mjs';
import { databasesOf } from './site.mjs';
import { clientTools } from './tools.mjs';
import { benchWriting } from './writing.mjs';

const script = (statements) => statements.map((text) => `${text};\n`).join('');

/** PostgreSQL at several sizes, on the newest server of the tests. */
export async function benchPostgres(report, sizes, writeUpTo) {
  const server = process.env.SYNC_TEST_POSTGRES_18_URL;
  if (server === undefined) {
    report.say('\nPostgreSQL: absent, no server is running.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-bench-'));
  const file = (name, statements) => {
    writeFileSync(join(folder, name), script(statements));
    return join(folder, name);
  };
  const databases = databasesOf(server);
  try {
    const [tools, found] = [await clientTools(), await peersHere(peers)];
    const queries = file('queries.sql', bareReads);
    const memory = [['an idle Node with the driver', peakOf()]];
    for (const tables of sizes) {
      const [load = 0] = loadavg();
      report.say(
        `\nPostgreSQL with ${tables.toLocaleString('en')} tables: a load of ${load.toFixed(1)} before the start.`,
      );
      const sql = file('schema.sql', schemaOf(tables));
      const left = await databases.create('bench_left');
      tools.file(left, sql);
      tools.file(left, file('vacuum.sql', ['VACUUM ANALYZE']));
      const right = await databases.create('bench_right', 'bench_left');
      const wider = await databases.create('bench_wider', 'bench_left');
      tools.file(wider, file('wider.sql', widenings(tables)));
      const site = { folder, left, right, wider, queries, sql, tools, peers: found, databases };
      await benchReading(report, tables, Number(process.env.BENCH_ROUNDS ?? roundsFor(tables)), site);
      if (tables <= writeUpTo) await benchWriting(report, tables, tables > 100 ? 1 : 5, site);
      memory.push([
        `two equal databases of ${tables.toLocaleString('en')} tables, read and compared`,
        peakOf(left, right),
      ]);
    }
    report.say('\n### PostgreSQL: memory\n\n| what | peak, MB |\n| --- | ---: |');
    for (const [label, peak] of memory) report.say(`| ${label} | ${peak} |`);
  } finally {
    await databases.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The larger the schema, the less a round tells that the one before did not. */
function roundsFor(tables) {
  if (tables > 1000) return 2;
  return tables > 100 ? 5 : 9;
}

function peakOf(...urls) {
  return JSON.parse(run(process.execPath, [join(import.meta.dirname, 'memory-process.mjs'), ...urls])).peak;
}
