import { contractVersion, type Driver } from '@sync/core';
import {
  countersPart,
  type Flavour,
  mysqlDialect,
  mysqlDocuments,
  mysqlKinds,
  mysqlPortable,
  rowVersionsOf,
  seedStatements,
  sizesOf,
  tracesOf,
} from '@sync/dialect-mysql';
import { MysqlConnection } from './connection.js';
import { isMissing } from './errors.js';
import { identityOf, labelOf, type MysqlOptions, readOptions } from './options.js';
import { dropDatabase, makeDatabase, openScratch, openStandIn } from './scratch.js';
import { startSession } from './start-session.js';
import { databaseTenancy } from './tenancy.js';

/** The driver of a server of the family. */
export function driverOf(flavour: Flavour, protocols: readonly [string, ...string[]]): Driver<MysqlOptions> {
  return {
    name: flavour.name,
    contract: contractVersion,
    protocols,
    dialect: mysqlDialect(flavour),
    kinds: mysqlKinds(flavour),
    documents: mysqlDocuments(flavour),
    sections: flavour.sections,
    capabilities: { ddl: 'autocommit', readOnly: true },
    tenancy: { database: databaseTenancy(flavour, protocols) },
    parts: ['column-order', countersPart, 'database', 'grants', 'owners'],
    unprinted: [countersPart, 'grants'],
    comesThroughDoor: true,
    options: (input) => readOptions(input, protocols),
    label: labelOf,
    identity: identityOf,
    async connect(options, { access, signal, waitMs, missing = 'refuse' }) {
      const connect = async () =>
        new MysqlConnection(await startSession(options, { flavour, access, waitMs }, signal), access);
      try {
        return await connect();
      } catch (error) {
        if (missing === 'refuse' || !options.create || !isMissing(error)) throw error;
        if (missing === 'stand-in') return await openStandIn(options, flavour, signal);
        await makeDatabase(options, flavour, signal);
        return await connect();
      }
    },
    drop: (options, request) => dropDatabase(options, flavour, request),
    scratch: (near, signal) => openScratch(near, flavour, signal),
    sizes: sizesOf,
    traces: tracesOf,
    ...(flavour.rowVersions && { wear: rowVersionsOf }),
    portable: mysqlPortable(flavour),
    seed: seedStatements,
  };
}
