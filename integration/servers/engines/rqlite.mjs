import { join } from 'node:path';

/** An rqlite, built from its Go module. */
export function rqlite({ release, sqlite }) {
  return {
    name: 'rqlite',
    compose: { service: 'rqlite', port: 4001 },
    go: {
      module: 'github.com/rqlite/rqlite/v8',
      release,
      program: 'rqlited',
      // The module's own go.mod says so, and only counts where it is the main one.
      replaced: {
        'github.com/armon/go-metrics': 'github.com/hashicorp/go-metrics v0.5.1',
        'github.com/mattn/go-sqlite3': `github.com/rqlite/go-sqlite3 ${sqlite}`,
      },
    },
    stopSignal: 'SIGTERM',
    url: (port) => `rqlite://127.0.0.1:${port}`,
    prepare: () => [],
    serve: (root, _folder, port) => [
      ...[join(root, 'rqlited'), '-node-id', `node-${port}`, '-fk'],
      ...['-http-addr', `127.0.0.1:${port}`, '-raft-addr', `127.0.0.1:${raftPort(port)}`],
      ...quick,
    ],
    /** Where the data lies comes last. */
    last: (folder) => [join(folder, 'data')],
    flag: (name, value) => [`-${name}`, value],
    /** Up: a cluster may still have no leader, and who asks may have no account, or not speak TLS. */
    isReady: async (_folder, { port }) => {
      const { status } = await fetch(`http://127.0.0.1:${port}/readyz?noleader`);
      return [200, 400, 401].includes(status);
    },
    version: askVersion,
  };
}

/** Leaders are looked for soon: nobody waits for a far node here. */
const quick = ['-raft-timeout=500ms', '-raft-election-timeout=500ms', '-raft-leader-lease-timeout=500ms'];

/** Where a node speaks with the others: below the ports that the system gives to those who ask for any. */
export function raftPort(port) {
  return 10_000 + (port % 20_000);
}

/** What the leader says that it is. */
async function askVersion(url) {
  const { host } = new URL(url.replace(/^rqlite/, 'http'));
  const reply = await fetch(`http://${host}/db/query?level=strong&q=SELECT%20sqlite_version()`);
  const { results } = await reply.json();
  return `${reply.headers.get('x-rqlite-version')}, SQLite ${results[0].values[0][0]}`;
}
