import { contractVersion, type Driver, throwIfAborted } from '@sync/core';
import { seedStatements, sqliteDialect, sqliteDocuments, sqliteKinds, sqlitePortable } from '@sync/dialect-sqlite';
import { SqliteConnection } from './connection.js';
import { dropFile } from './drop.js';
import { identityOf } from './identity.js';
import { isMissing, openFile, openMemory } from './open.js';
import { readOptions, type SqliteOptions } from './options.js';
import { openOver } from './over.js';
import { fileTenancy, fileUrl } from './tenancy.js';

/** SQLite, embedded, over better-sqlite3. */
export const sqliteDriver: Driver<SqliteOptions> = {
  name: 'sqlite',
  contract: contractVersion,
  protocols: ['sqlite'],
  dialect: sqliteDialect,
  kinds: sqliteKinds(),
  documents: sqliteDocuments('sqlite'),
  capabilities: { ddl: 'transactional', readOnly: true },
  options: readOptions,
  identity: ({ path }) => identityOf(path),
  label: ({ path }) => `sqlite:${path}`,
  async connect(options, request) {
    throwIfAborted(request.signal, 'connect');
    const { access } = request;
    const waitMs = request.waitMs ?? options.lockWaitMs;
    const missing = request.missing ?? (access === 'write' && options.create ? 'make' : 'refuse');
    if (missing === 'stand-in' && options.create && isMissing(options.path, access)) {
      return new SqliteConnection(openMemory('read'), options.path, { access: 'read', waitMs, missing: true });
    }
    const native = await openFile(options, { ...request, make: missing === 'make' && options.create, waitMs });
    return new SqliteConnection(native, options.path, { access, waitMs });
  },
  over: openOver,
  drop: dropFile,
  async scratch(_near, signal) {
    throwIfAborted(signal, 'scratch');
    return new SqliteConnection(openMemory('write'), ':memory:', { access: 'write', waitMs: 0, confined: true });
  },
  tenancy: { file: fileTenancy },
  fileUrl,
  parts: ['column-order'],
  portable: sqlitePortable,
  seed: (seed) => seedStatements(seed, sqliteDialect),
};
