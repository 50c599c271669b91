import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createEngine, diff, inspect, plan, tenantContext } from '@sync/core';
import driver from '@sync/driver-sqlite';
import Database from 'better-sqlite3';
import { bareReads } from './bare-reads.mjs';
import { crossing } from './crossing.mjs';
import { median, medianCommand, printTable } from './measure.mjs';
import { schemaOf } from './schema.mjs';

const sizes = (process.env.BENCH_SIZES ?? '100,1000,10000').split(',').map(Number);
const applyUpTo = Number(process.env.BENCH_APPLY_UP_TO ?? 1000);
const root = resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(join(tmpdir(), 'schema-sync-bench-'));
const reading = { exclude: [], with: [], claimed: [] };

function makeDatabase(name, statements) {
  const file = join(directory, name);
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    for (const text of statements) db.exec(text);
  })();
  db.close();
  return file;
}

async function withConnection(file, access, work) {
  const connection = await driver.connect(driver.options({ url: `sqlite:${file}`, directory }), { access });
  try {
    return await work(connection);
  } finally {
    await connection[Symbol.asyncDispose]();
  }
}

const read = (file) => withConnection(file, 'read', (connection) => inspect(connection, driver));

/** Reads and compares pairs of equal databases whose definitions were never read before: their texts differ from pair to pair. */
async function firstSight(tables, runs) {
  const times = { first: [], again: [], diff: [] };
  for (let run = 0; run <= runs; run++) {
    const statements = schemaOf(tables, { salt: `-${run}` });
    const [left, right] = ['x', 'y'].map((name) => makeDatabase(`${name}-${tables}-${run}.db`, statements));
    globalThis.gc?.();
    const start = performance.now();
    const base = await read(left);
    const one = performance.now();
    const goal = await read(right);
    const two = performance.now();
    const { changes } = diff(base.catalogue, goal.catalogue, { driver, server: base.server });
    if (changes.length > 0) throw new Error('the two were to be equal');
    for (const file of [left, right]) rmSync(file);
    if (run === 0) continue;
    times.first.push(one - start);
    times.again.push(two - one);
    times.diff.push(performance.now() - start);
  }
  const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  return { first: middle(times.first), again: middle(times.again), diff: middle(times.diff) };
}

async function benchSize(tables) {
  const runs = tables >= 10_000 ? 2 : 7;
  const a = makeDatabase(`a-${tables}.db`, schemaOf(tables));
  const b = makeDatabase(`b-${tables}.db`, schemaOf(tables));
  const c = makeDatabase(`c-${tables}.db`, schemaOf(tables, { changed: Math.ceil(tables / 100) }));
  const bare = await median(runs, () => bareReads(a));
  const both = await median(runs, () => [bareReads(a), bareReads(b)]);
  const sight = await firstSight(tables, runs);
  const rows = [
    { label: 'bare reads: sqlite_schema and the set-based pragmas', ms: bare },
    { label: 'inspect', ms: sight.first, against: bare },
    { label: 'inspect, definitions read before (another tenant)', ms: sight.again, against: bare },
    { label: 'bare reads of two databases', ms: both },
    { label: 'diff of equals, both sides inspected', ms: sight.diff, against: both },
  ];
  const compare = async (left, right) => {
    const [base, goal] = [await read(left), await read(right)];
    return diff(base.catalogue, goal.catalogue, { driver, server: base.server });
  };
  rows.push({
    label: 'diff with 1% changed, both sides inspected, definitions read before',
    ms: await median(runs, () => compare(a, c)),
    against: both,
  });
  const difference = await compare(a, c);
  const { server } = await read(a);
  const options = { driver, server, reading };
  rows.push({
    label: 'plan of 1% changed, up and down',
    ms: await median(runs, () => plan(difference, options)),
    against: both,
  });
  rows.push({ label: 'root hash', ms: await median(runs, async () => (await read(a)).catalogue.root), against: bare });
  const { send } = await crossing();
  const objects = [...(await read(a)).catalogue];
  rows.push({
    label: 'sending the catalogue to a child process and back',
    ms: await median(runs, () => send(objects)),
    against: bare,
  });
  await send(null);
  printTable(`${tables.toLocaleString('en')} tables`, rows);
  // SQLite reads its whole schema again after each ALTER: in 10,000 tables that takes it a second each, in the client too.
  if (tables > applyUpTo) return;
  await benchApply(tables, tables >= 10_000 ? 1 : runs, a, plan(difference, options));
}

/** The same statements by us, with journal, base check and verification, and by the engine's own client. */
async function benchApply(tables, runs, from, made) {
  const engine = createEngine({ driver });
  const script = join(directory, 'plan.sql');
  const batches = made.up.flatMap((batch) =>
    driver.dialect.script(
      batch.steps.flatMap((step) => step.sql),
      batch,
    ),
  );
  writeFileSync(script, `${batches.map((text) => `${text};`).join('\n')}\n`);
  const file = join(directory, 'copy.db');
  const copy = () => {
    rmSync(file, { force: true });
    new Database(from).exec(`VACUUM INTO '${file}'`).close();
  };
  const copying = await median(runs, copy);
  const ours = await median(runs, async () => {
    copy();
    await engine.apply(tenantContext({ id: 'bench', target: { url: `sqlite:${file}`, directory } }), made, {
      allow: 'all',
    });
  });
  const rows = [{ label: 'apply 1% changed, base check and verification included', ms: ours - copying }];
  if (spawnSync('sqlite3', ['--version']).status === 0) {
    const theirs = await median(runs, () => {
      copy();
      const { status, stderr } = spawnSync('sqlite3', ['-bail', file, `.read ${script}`], { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    });
    rows.unshift({ label: 'sqlite3 client, the same statements', ms: theirs - copying });
    rows[1].against = theirs - copying;
  } else console.log('\nsqlite3 is not on PATH: apply is shown without a ratio.');
  printTable(`apply, ${tables.toLocaleString('en')} tables`, rows);
}

async function benchStart() {
  const bin = join(root, 'packages/core/dist/bin.js');
  const node = await medianCommand(15, process.execPath, ['-e', '0']);
  printTable('start-up', [
    { label: 'node -e 0', ms: node },
    {
      label: 'schema-sync --version',
      ms: await medianCommand(15, process.execPath, [bin, '--version']),
      against: node,
    },
    { label: 'schema-sync --help', ms: await medianCommand(15, process.execPath, [bin, '--help']), against: node },
  ]);
}

function benchMemory() {
  console.log(
    '\n### Memory\n\n| tables | peak of a whole in-sync validation, MB | of an idle node, MB |\n| ---: | ---: | ---: |',
  );
  const peak = (args) =>
    Number(spawnSync(process.execPath, args, { cwd: import.meta.dirname, encoding: 'utf8' }).stdout);
  const idle = peak(['-e', 'console.log(process.resourceUsage().maxRSS / 1024)']);
  for (const tables of sizes) {
    const files = ['a', 'b'].map((name) => join(directory, `${name}-${tables}.db`));
    console.log(
      `| ${tables.toLocaleString('en')} | ${peak(['memory.mjs', ...files]).toFixed(0)} | ${idle.toFixed(0)} |`,
    );
  }
}

console.log(
  `Node ${process.versions.node}, SQLite ${new Database(':memory:').prepare('SELECT sqlite_version()').pluck().get()}, ${cpus().length} cores`,
);
try {
  await benchStart();
  for (const size of sizes) await benchSize(size);
  benchMemory();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
