import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCatalogue, plan } from '@sync/core';
import mariadb from '@sync/driver-mariadb';
import mysql from '@sync/driver-mysql';
import { inTurns, row } from '../measure.mjs';
import { benchPeers, peersHere } from '../peers.mjs';
import { bareReads } from './bare-reads.mjs';
import { peers } from './peers.mjs';
import { schemaOf, widenings } from './schema.mjs';
import { directory, siteOf } from './site.mjs';
import { clientTools } from './tools.mjs';

const servers = [
  { label: 'MySQL 9', name: 'mysql-9', url: process.env.SYNC_TEST_MYSQL_9_URL, driver: mysql },
  { label: 'MariaDB 11', name: 'mariadb-11', url: process.env.SYNC_TEST_MARIADB_11_URL, driver: mariadb },
];

/** The dump programs ask for each table's triggers as if there were no others; with more tables that is all that the bench would be doing. */
const dumpUpTo = 1000;

const script = (statements) => statements.map((text) => `${text};\n`).join('');

/** MySQL and MariaDB at several sizes, on the newest servers of the tests. */
export async function benchMysql(report, sizes) {
  const found = await peersHere(peers);
  for (const { label, name, url, driver } of servers) {
    const tools = url && (await clientTools(name));
    if (!tools) report.say(`\n${label}: absent, no server is running, or its client cannot be had.`);
    else await benchServer(report, sizes, { label, tools, peers: found, site: siteOf(driver, url) });
  }
}

async function benchServer(report, sizes, { label, tools, peers, site }) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-bench-'));
  const file = (name, statements) => {
    writeFileSync(join(folder, name), script(statements));
    return join(folder, name);
  };
  try {
    const queries = file('queries.sql', bareReads);
    for (const tables of sizes) {
      const [load = 0] = loadavg();
      const title = `${label}, ${tables.toLocaleString('en')} tables`;
      report.say(`\n${title}: a load of ${load.toFixed(1)} before the start.`);
      const sql = file('schema.sql', schemaOf(tables));
      const [left, right, wider] = [
        await site.create('bench_left'),
        await site.create('bench_right'),
        await site.create('bench_wider'),
      ];
      for (const each of [left, right, wider]) tools.file(each, sql);
      tools.file(wider, file('wider.sql', widenings(tables)));
      const rounds = Number(process.env.BENCH_ROUNDS ?? (tables > 100 ? 3 : 7));
      const place = { ...site, folder, tools, peers, file, queries, sql, left, right, wider };
      await benchReading(report, { title, tables, rounds }, place);
      await benchWriting(report, { title, rounds: tables > 100 ? 1 : 3 }, place);
    }
  } finally {
    await site.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What reading, comparing and planning take, beside the bare queries that any tool needs. */
async function benchReading(
  report,
  { title, tables, rounds },
  { driver, read, compare, folder, tools, peers, queries, sql, left, right, wider },
) {
  const changed = Math.ceil(tables / 100);
  const options = { driver, reading: { exclude: [], with: [], claimed: [] } };
  let found;
  let made;
  const times = await inTurns(rounds, {
    bare: () => tools.file(left, queries),
    inspect: async () => {
      found = await read(left);
    },
    ...(tables <= dumpUpTo && { dump: () => tools.dump(left) }),
    root: () => createCatalogue([...found.catalogue].map((object) => ({ ...object }))).root,
    bareOther: () => tools.file(right, queries),
    equal: () => compare(left, right, 0),
    changed: async () => {
      made = await compare(left, wider, changed);
    },
    plan: () => plan(made.difference, { ...options, server: made.server }),
  });
  const bareBoth = times.bare.map((ms, round) => ms + times.bareOther[round]);
  report.table(`${title}: reading, comparing, planning`, [
    row('bare queries of the information schema through the client', times.bare),
    row('inspect', times.inspect, times.bare),
    ...(times.dump ? [row('`mysqldump --no-data`', times.dump, times.bare)] : []),
    row('root hash of objects never hashed before', times.root, times.bare),
    row('bare queries of two databases', bareBoth),
    row('diff of equals, both sides inspected', times.equal, bareBoth),
    row('diff with 1% changed, both sides inspected', times.changed, bareBoth),
    row('plan of 1% changed, up and down', times.plan, bareBoth),
  ]);
  await benchPeers(report, title, peers, { folder, left, right, sql }, () => compare(left, right, 0));
}

/** What compiling and applying take, beside the client with the same statements. */
async function benchWriting(
  report,
  { title, rounds },
  { driver, engine, tenantOf, create, tools, file, sql, left, wider },
) {
  const connection = (url) => ({ url, directory });
  const goal = await engine.compile(wider, { directory, connection });
  const made = await engine.plan(tenantOf(left), goal, { prove: false });
  const texts = made.up.flatMap((batch) =>
    driver.dialect.script(
      batch.steps.flatMap((step) => step.sql),
      batch,
    ),
  );
  const statements = file('plan.sql', texts);
  let [ours, theirs, built] = [];
  const times = await inTurns(
    rounds,
    {
      build: () => tools.file(built, sql),
      against: () => engine.diff(tenantOf(left), sql, { directory }),
      plan: () => engine.plan(tenantOf(left), goal, { prove: false }),
      theirs: () => tools.file(theirs, statements),
      apply: () => engine.apply(tenantOf(ours), made, { allow: 'all' }),
    },
    async () => {
      [ours, theirs, built] = [await create('bench_ours'), await create('bench_theirs'), await create('bench_built')];
      for (const each of [ours, theirs]) tools.file(each, sql);
    },
  );
  report.table(`${title}: compiling, applying`, [
    row('`mysql < schema.sql` into an empty database', times.build),
    row('diff against SQL: built in scratch, both inspected', times.against, times.build),
    row('plan of 1% changed, live', times.plan),
    row('`mysql < plan.sql`', times.theirs),
    row('apply of the plan, base check, journal and verification included', times.apply, times.theirs),
  ]);
}
