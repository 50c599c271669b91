import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from '../../servers/cache.mjs';
import { output } from '../../servers/output.mjs';
import { isThere, run } from '../measure.mjs';

/** Some need hours for what others do in seconds; ten minutes tell enough. */
const limit = { timeout: 600_000 };

const parts = (url) => {
  const { hostname, port, username, pathname } = new URL(url);
  return { hostname, port, username, database: pathname.slice(1) };
};

/** Other tools, by what each is asked for the difference of two states with. */
const peers = [
  {
    name: 'pg-schema-diff',
    module: ['github.com/stripe/pg-schema-diff', 'v1.0.5', 'cmd/pg-schema-diff'],
    compares: 'two live databases',
    diff: (program, { left, right }) =>
      run(program, ['plan', '--from-dsn', left, '--to-dsn', right, '--disable-plan-validation'], limit),
  },
  {
    name: 'psqldef',
    module: ['github.com/sqldef/sqldef', 'v1.0.7', 'cmd/psqldef'],
    compares: 'a live database and SQL',
    diff: (program, { left, sql }) => {
      const { hostname, port, username, database } = parts(left);
      return run(program, ['-h', hostname, '-p', port, '-U', username, database, '--dry-run', '--file', sql], limit);
    },
  },
  {
    name: 'atlas',
    compares: 'two live databases',
    diff: (program, { left, right }) =>
      run(program, ['schema', 'diff', '--from', `${left}?sslmode=disable`, '--to', `${right}?sslmode=disable`], limit),
  },
  {
    name: 'pgschema',
    compares: 'a live database and SQL',
    diff: (program, { left, sql }) => {
      const { hostname, port, username, database } = parts(left);
      const site = ['--host', hostname, '--port', port, '--user', username, '--db', database];
      return run(program, ['plan', ...site, '--file', sql], limit);
    },
  },
];

/** Those that are there: on the PATH, or built from their modules where BENCH_PEERS=build asks for it. */
export async function peersHere() {
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
      await output('go', ['build', '-mod=mod', '-o', join(beside, name), `${path}/${command}`], { cwd: beside });
    });
    return join(folder, name);
  } catch (error) {
    console.log(`${name} cannot be built here: ${error.message}`);
    return undefined;
  }
}
