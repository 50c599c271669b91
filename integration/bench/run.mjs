import { rmSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { makeDatabase } from './databases.mjs';
import { benchFleets } from './fleets/bench.mjs';
import { benchMemory } from './memory.mjs';
import { benchMysql } from './mysql/bench.mjs';
import { benchPostgres } from './postgres/bench.mjs';
import { benchReading } from './reading.mjs';
import { Report } from './report.mjs';
import { benchRuntime } from './runtime.mjs';
import { schemaOf } from './schema.mjs';
import { directory } from './site.mjs';
import { benchStart } from './starting.mjs';
import { benchWriting } from './writing.mjs';

const sizes = (process.env.BENCH_SIZES ?? '100,1000,5000,10000').split(',').map(Number);
const writeUpTo = Number(process.env.BENCH_WRITE_UP_TO ?? 10_000);
const engines = (process.env.BENCH_ENGINES ?? 'sqlite,postgres,mysql,fleets,runtime').split(',');
const fleets = (process.env.BENCH_FLEET_SIZES ?? '100,1000,10000').split(',').map(Number);
const page = resolve(import.meta.dirname, '../../docs/benchmarks.md');

const report = new Report();
try {
  const sqlite = new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get();
  const month = new Date().toLocaleDateString('en', { month: 'long', year: 'numeric' });
  const [load = 0] = loadavg();
  report.say(
    `Node ${process.versions.node}, SQLite ${sqlite}, ${cpus().length} cores with a load of ${load.toFixed(1)} before the start, ${month}.`,
  );
  await benchStart(report);
  if (engines.includes('sqlite')) await benchSqlite();
  if (engines.includes('postgres')) await benchPostgres(report, sizes, writeUpTo);
  if (engines.includes('mysql'))
    await benchMysql(
      report,
      sizes.filter((size) => size <= 5000),
    );
  if (engines.includes('fleets')) await benchFleets(report, fleets);
  if (engines.includes('runtime')) await benchRuntime(report);
  // The page holds the figures of all engines, of one run.
  if (process.argv.includes('--write') && process.env.BENCH_ENGINES === undefined) report.writeInto(page);
} finally {
  rmSync(directory, { recursive: true, force: true });
}

async function benchSqlite() {
  const originals = [];
  for (const tables of sizes) {
    const original = makeDatabase(join(directory, `${tables}.db`), schemaOf(tables));
    originals.push([tables, original]);
    await benchReading(report, tables, tables > 1000 ? 3 : 9, original);
    if (tables <= writeUpTo) await benchWriting(report, tables, tables > 1000 ? 1 : 5, original);
  }
  benchMemory(report, originals);
}
