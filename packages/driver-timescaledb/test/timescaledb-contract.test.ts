import { driverContract, pureContract } from '@sync/testkit';
import { afterAll, beforeAll, describe } from 'vitest';
import whole from '../src/index.js';
import { schemas } from './contract-schemas.js';
import { administer, extendedTemplate, freshPostgres, server, withDatabase } from './servers.js';

const holders =
  "pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

/** The Apache edition has none of these; golden cases play them on the Community edition. */
const others: ReadonlySet<string> = new Set([
  ...['timescaledb/columnstore', 'timescaledb/policy', 'timescaledb/job', 'timescaledb/aggregate-index'],
]);
const driver = { ...whole, kinds: whole.kinds.filter(({ kind }) => !others.has(kind)) };

/** Ends whoever holds locks, and waits for that: the server says that it was told so before it has happened. */
const endHolders = `
DO $$
BEGIN
  PERFORM pg_terminate_backend(pid) FROM ${holders};
  WHILE EXISTS (SELECT FROM ${holders}) LOOP
    PERFORM pg_sleep(0.01);
  END LOOP;
END
$$`;

describe('timescaledb', () => {
  if ('absent' in server) {
    pureContract({ driver, schemas });
    describe.skip(`live: absent: ${server.absent}`, () => {});
    return;
  }
  const { url } = server;
  let template: Awaited<ReturnType<typeof extendedTemplate>>;
  beforeAll(async () => {
    template = await extendedTemplate(url);
  });
  afterAll(() => template?.[Symbol.asyncDispose]());
  driverContract({
    driver,
    target: () => freshPostgres(url, template.name),
    schemas,
    tenancy: { database: (target) => ({ place: target, pattern: 'test_*' }) },
    loseLocks: (target) => administer(target.url, endHolders),
    badTargets: {
      unreachable: () => ({ url: 'timescaledb://tester:hunter2@127.0.0.1:1/contract' }),
      missing: () => ({ url: withDatabase(url, 'no "such" database') }),
      // Trusted by address, the server asks nobody for a password; it does ask whether there is such a role.
      credentials: async () => {
        await administer(url, 'DROP ROLE IF EXISTS shut_out', 'CREATE ROLE shut_out NOLOGIN');
        return { url: Object.assign(new URL(url), { username: 'shut_out', password: 'hunter2' }).href };
      },
    },
  });
});
