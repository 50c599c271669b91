import { forgetServers } from '../integration/servers/evidence.mjs';
import { servers } from '../integration/servers/servers.mjs';
import { startServers } from '../integration/servers/start-servers.mjs';
import { bootstrap } from './bootstrap.mjs';
import { turbo } from './build.mjs';
import { engineLines } from './lib/engines.mjs';
import { ltsCheckout, ltsVersion, prepareLtsNode } from './lib/lts-node.mjs';
import { packChecks } from './lib/pack-checks.mjs';
import { tool } from './lib/run.mjs';
import { runVitest } from './lib/vitest.mjs';

const rows = [];
let stopServers = async () => {};

/** Runs one stage and remembers what it counted. A stage that throws has failed, and the next ones still run. */
async function stage(title, work) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const result = await work().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  rows.push({ title, seconds: (performance.now() - start) / 1000, ...result });
  return result;
}

/** A command that counts as one check. */
const check = (command) => async () => {
  const ok = (await command()) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
};

/**
 * What is about plans and servers, which the Node that asks does not change, and takes most of the time: once is enough. What may differ is played under both: the
 * packages' own tests, native modules and the runtime's own APIs, the command line, configs, faults, and what is packed.
 */
const playedOnce = [
  'golden',
  'real',
  'online',
  'postgres',
  'mysql',
  'rqlite',
  'cassandra',
  'cockroachdb',
  'properties',
  'dumps',
  'phases',
  'fleet',
  'drizzle-kit',
  'drizzle-runtime',
  'migrate',
  'merge',
  'across',
]
  .map((folder) => `${folder}/**`)
  .concat('test/timescaledb-contract.test.ts');

/** CI must run under both Nodes; elsewhere a second one that cannot be had is reported as absent. */
async function testUnderLts(preparing) {
  const lts = await preparing;
  if (lts.absent === undefined) return runVitest({ ...lts, cwd: await ltsCheckout(), exclude: playedOnce });
  console.error(lts.absent);
  return { passed: 0, failed: process.env.CI === 'true' ? 1 : 0, note: 'absent' };
}

/** Starts the servers, which every later stage finds in the environment. CI must have all of them that can be had; elsewhere an absent one is reported. */
async function serve() {
  const { env, absent, stop } = await startServers();
  Object.assign(process.env, env);
  stopServers = stop;
  const missed = absent.filter((name) => servers.find((each) => each.name === name)?.mayBeAbsent === undefined);
  const failed = process.env.CI === 'true' ? missed.length : 0;
  return {
    passed: Object.keys(env).length,
    failed,
    ...(absent.length > 0 && { note: `absent: ${absent.join(', ')}` }),
  };
}

async function summarise() {
  console.log('\n── Summary');
  for (const { title, seconds, passed, failed, skipped = 0, note } of rows) {
    const counted = note ?? `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${title.padEnd(24)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${counted}`);
  }
  const failures = rows.flatMap((row) => (row.failures ?? []).map((failure) => `${row.title}: ${failure}`));
  if (failures.length > 0) console.log(`\n── Failed\n${failures.join('\n')}`);
  console.log('\n── Engines');
  for (const line of await engineLines()) console.log(line);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed');
}

forgetServers();
// Compiling for the second Node takes a minute on one core, so it starts first and is awaited last.
const preparing = prepareLtsNode().catch((error) => ({ absent: String(error) }));
const { failed } = await stage('install', check(bootstrap));
if (failed === 0) {
  await stage(
    'build',
    check(() => turbo('build')),
  );
  await stage(
    'lint',
    check(() => tool('biome', ['ci', '.'])),
  );
  await stage(
    'typecheck',
    check(() => turbo('typecheck')),
  );
  await stage('servers', serve);
  await stage(`tests, Node ${process.versions.node}`, () => runVitest());
  await stage('packed packages', packChecks);
  await stage(
    'knip',
    check(() => tool('knip', [])),
  );
  await stage(`tests, Node ${ltsVersion}`, () => testUnderLts(preparing));
}
await preparing;
await stopServers();
process.exitCode = (await summarise()) === 0 ? 0 : 1;
