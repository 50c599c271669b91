import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../servers/cache.mjs';
import { output } from '../servers/output.mjs';
import { inTurns, isThere, row } from './measure.mjs';

/** For a command of another tool's: some need hours for what others do in seconds; ten minutes tell enough. */
export const limit = { timeout: 600_000 };

/** Where a database lies, as commands of other tools ask for it. */
export function partsOf(url) {
  const { hostname, port, username, pathname } = new URL(url);
  return { hostname, port, username, database: pathname.slice(1) };
}

/** Those of other tools that are there: on the PATH, or built from their modules where BENCH_PEERS=build asks for it. */
export async function peersHere(peers) {
  const found = await Promise.all(
    peers.map(async (peer) => {
      const program =
        isThere(peer.name, '--help') || process.env.BENCH_PEERS !== 'build' ? peer.name : await built(peer);
      return program !== undefined && (program !== peer.name || isThere(peer.name, '--help'))
        ? [{ ...peer, program }]
        : [];
    }),
  );
  return found.flat();
}

async function built({ name, module }) {
  if (!module || !isThere('go', 'version')) return undefined;
  const [path, version, command] = module;
  try {
    const folder = await cached(`go-${name}`, module, async (beside) => {
      writeFileSync(join(beside, 'go.mod'), `module peer\n\ngo 1.24.0\n\nrequire ${path} ${version}\n`);
      await output('go', ['build', '-mod=mod', '-o', join(beside, name), join(path, command)], { cwd: beside });
    });
    return join(folder, name);
  } catch (error) {
    console.log(`${name} cannot be built here: ${error.message}`);
    return undefined;
  }
}

/** What others take to say that two states are one, once each and in turns: some take minutes. */
export async function benchPeers(report, title, peers, place, ours) {
  if (peers.length === 0) return;
  const failed = new Map();
  const attempt = (name, work) => {
    try {
      return failed.has(name) ? undefined : work();
    } catch (error) {
      failed.set(name, error.message.split('\n')[0].slice(0, 160));
    }
  };
  const prepared = new Map(
    peers.map(({ name, program, prepare }) => [name, prepare && attempt(name, () => prepare(program, place))]),
  );
  const times = await inTurns(1, {
    ours,
    ...Object.fromEntries(
      peers.map(({ name, program, diff }) => [
        name,
        () => attempt(name, () => diff(program, place, prepared.get(name))),
      ]),
    ),
  });
  report.table(`${title} in sync: other tools`, [
    row('schema-sync, two live databases', times.ours),
    ...peers
      .filter(({ name }) => !failed.has(name))
      .map(({ name, compares }) => row(`${name}, ${compares}`, times[name], times.ours)),
  ]);
  for (const [name, message] of failed) report.say(`\n${name} failed: ${message}`);
}
