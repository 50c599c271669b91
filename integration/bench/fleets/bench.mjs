import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurns, isThere, median } from '../measure.mjs';
import { peersHere } from '../peers.mjs';
import { peers as peersOfPostgres } from '../postgres/peers.mjs';
import { clientTools } from '../postgres/tools.mjs';
import { inShell, schemaSync } from './command.mjs';
import { files } from './files.mjs';
import { databases, schemas } from './postgres-places.mjs';
import { countingProxy } from './proxy.mjs';
import { idsOf, schemaOf } from './schema.mjs';

/** A database takes 8 MB of the disk, and a change of each tenant minutes. */
const most = { databases: 1000, changed: 1000, peers: 100 };
const parallel = 4;

/** Fleets of several sizes: what validating takes that finds nothing changed, and what a change of a column takes. */
export async function benchFleets(report, sizes) {
  const server = process.env.SYNC_TEST_POSTGRES_18_URL;
  const chosen = (process.env.BENCH_FLEETS ?? 'files,schemas,databases').split(',');
  const tools = server && (await clientTools());
  const peers = server ? await peersHere(peersOfPostgres) : [];
  report.say('\n### Fleets: tenants of 20 tables');
  if (!server) report.say('\nPostgreSQL: absent, no server is running.');
  for (const [word, place] of Object.entries({ files, schemas, databases })) {
    if (!chosen.includes(word) || (place.engine === 'postgres' && !server)) continue;
    for (const size of sizes.filter((each) => each <= (most[word] ?? each)))
      await benchPlace(report, place, size, { server, psql: tools?.psql, peers });
  }
}

async function benchPlace(report, place, size, { server, psql, peers }) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-bench-'));
  const ids = idsOf(size);
  const words = join(folder, 'ids');
  writeFileSync(words, `${ids.join('\n')}\n`);
  const sql = join(folder, 's/t.sql');
  mkdirSync(join(folder, 's'));
  const desire = (added) => writeFileSync(sql, `${schemaOf(place.engine, added)}\n`);
  desire('');
  const opened = await place.open({ server, psql, folder, ids, words });
  const configure = (url) =>
    writeFileSync(
      join(folder, 'schema-sync.config.json'),
      JSON.stringify({ to: './s', fleets: { bench: opened.fleet(url) } }),
    );
  try {
    configure(opened.url);
    const site = { ...opened, place, size, folder, words, sql, desire, configure, peers };
    const [load = 0] = loadavg();
    const rows = [...(await benchValidating(site)), ...(size <= most.changed ? await benchChanging(site) : [])];
    const title = `${size.toLocaleString('en')} ${place.name}, a load of ${load.toFixed(1)} before the start`;
    report.say(`\n| ${title} | seconds | ratio | connections | statements | MB sent and got | peak, MB |`);
    report.say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
    for (const { label, seconds, ratio, counted, peak } of rows) {
      const asked = counted ? [counted.connections, counted.statements, (counted.bytes / 2 ** 20).toFixed(1)] : [];
      const cells = [
        label,
        seconds?.toFixed(1),
        ratio && `${ratio.toFixed(2)} ×`,
        ...[0, 1, 2].map((i) => asked[i]),
        peak,
      ];
      report.say(`| ${cells.map((cell) => cell ?? '').join(' | ')} |`);
    }
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first look reads everybody, and each later one what tells of changes alone. */
async function benchValidating({ place, size, folder, words, sql, bare, url, configure, peers, peerLines }) {
  const validate = () => schemaSync(folder, 'validate', '--all-tenants');
  const first = await inTurns(1, { validate });
  const peaks = [];
  const rounds = size > 1000 ? 2 : 3;
  const times = await inTurns(rounds, { bare, validate: async () => peaks.push(await validate()) });
  const ratio = median(times.validate.map((ms, i) => ms / times.bare[i]));
  const rows = [
    { label: 'validate, everybody read', seconds: first.validate[0] / 1000 },
    { label: 'bare queries for fingerprints', seconds: median(times.bare) / 1000 },
    {
      label: 'validate, nothing changed',
      seconds: median(times.validate) / 1000,
      ratio,
      peak: median(peaks),
      ...(place.engine === 'postgres' && { counted: await counting({ url, configure }, validate) }),
    },
  ];
  if (size > most.peers || !peerLines) return rows;
  for (const [name, lineOf] of Object.entries(peerLines(sql))) {
    const peer = peers.find((each) => each.name === name);
    if (!peer) continue;
    try {
      const { loop, ours } = await inTurns(1, {
        loop: () => inShell(words, 1, lineOf(peer.program)),
        ours: validate,
      });
      rows.push({ label: `a loop over ${name}`, seconds: loop[0] / 1000, ratio: loop[0] / ours[0] });
    } catch (error) {
      rows.push({ label: `a loop over ${name}: ${error.message.trim().split('\n').at(-1)}` });
    }
  }
  return rows;
}

/** What is said to the server; not while time is taken. */
async function counting({ url, configure }, work) {
  const proxy = await countingProxy(url);
  try {
    configure(proxy.url);
    // It is another server by its address, whose fleet is read first.
    await work();
    const before = { ...proxy.counted };
    await work();
    return Object.fromEntries(Object.entries(proxy.counted).map(([name, count]) => [name, count - before[name]]));
  } finally {
    configure(url);
    proxy.close();
  }
}

/** A column more for each tenant, beside a loop of the engine's client with the same statement. */
async function benchChanging({ place, folder, desire, loop, reset }) {
  if (place.engine === 'sqlite' && !isThere('sqlite3')) return [];
  const rows = [];
  for (const count of [1, parallel]) {
    const column = `added_${count}`;
    const loops = await inTurns(1, { loop: () => loop(column, count) });
    await reset(column);
    desire(column);
    let peak;
    const { sync } = await inTurns(1, {
      sync: async () => {
        peak = await schemaSync(folder, 'sync', '--all-tenants', '--yes', '--parallel', String(count));
      },
    });
    await reset(column);
    const how = count === 1 ? 'one after the other' : `${count} at a time`;
    rows.push({ label: `a loop of the client that adds a column, ${how}`, seconds: loops.loop[0] / 1000 });
    rows.push({ label: `sync, ${how}`, seconds: sync[0] / 1000, ratio: sync[0] / loops.loop[0], peak });
  }
  return rows;
}
