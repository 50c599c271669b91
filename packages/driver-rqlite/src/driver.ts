import { contractVersion, type Driver, type Server, throwIfAborted } from '@sync/core';
import {
  parseVersion,
  seedStatements,
  sqliteDocuments,
  sqliteFeatures,
  sqliteKinds,
  sqlitePortable,
} from '@sync/dialect-sqlite';
import { rowsOf } from './answer.js';
import { Cluster } from './cluster.js';
import { RqliteConnection } from './connection.js';
import { rqliteDialect } from './dialect.js';
import { statementError } from './errors.js';
import { identityOf, labelOf, type RqliteOptions, readOptions } from './options.js';
import { product } from './product.js';
import { openScratch, scratchVersion } from './scratch.js';
import { tableKind } from './table-kind.js';

/** rqlite, over HTTP: the kinds of SQLite, for a cluster. */
export const rqliteDriver: Driver<RqliteOptions> = {
  name: 'rqlite',
  contract: contractVersion,
  protocols: ['rqlite', 'rqlites'],
  dialect: rqliteDialect,
  kinds: sqliteKinds({ instead: { table: tableKind } }),
  documents: sqliteDocuments('rqlite'),
  capabilities: { ddl: 'transactional', readOnly: true },
  options: readOptions,
  label: labelOf,
  identity: identityOf,
  async connect(options, { access, signal, waitMs = options.lockWaitMs }) {
    throwIfAborted(signal, 'connect');
    const cluster = new Cluster(options);
    const facts = await factsOf(cluster, access, signal);
    return new RqliteConnection(cluster, { access, ...facts, lockWaitMs: waitMs, leaseMs: options.leaseMs });
  },
  async scratch(_near, signal) {
    throwIfAborted(signal, 'scratch');
    return openScratch();
  },
  // Definitions are kept as they were written, whichever version reads them.
  likeness: () => 'alike',
  parts: ['column-order'],
  portable: sqlitePortable,
  seed: (seed) => seedStatements(seed, rqliteDialect),
};

/** What the leader is, and whether it enforces foreign keys: the connection through which nodes write says so to those who may write alone. */
async function factsOf(
  cluster: Cluster,
  access: 'read' | 'write',
  signal: AbortSignal | undefined,
): Promise<{ readonly server: Server; readonly foreignKeys: boolean }> {
  const path = access === 'read' ? '/db/query?level=strong' : '/db/request?level=strong';
  const statements = ['SELECT sqlite_version() AS version', 'PRAGMA foreign_keys'];
  const results = await cluster.ask(path, statements, { op: 'connect', repeatable: true, signal });
  const rows = results.map((result, i) => {
    if (result.error !== undefined)
      throw statementError(result.error, { op: 'connect', statement: statements[i] ?? '' });
    return rowsOf(result)[0];
  });
  const version = parseVersion(String(rows[0]?.version));
  return {
    server: { product, version, features: provableFeatures(version) },
    foreignKeys: rows[1]?.foreign_keys === 1,
  };
}

/** What the server can do and the scratch database can, too: a plan is made of what can be proven. */
function provableFeatures(version: readonly number[]): ReadonlySet<string> {
  const inScratch = sqliteFeatures(scratchVersion);
  return new Set([...sqliteFeatures(version)].filter((feature) => inScratch.has(feature)));
}
