import { driverContract, pureContract } from '@sync/testkit';
import { describe } from 'vitest';
import { realServer } from '../../../integration/servers/real-server.js';
import driver from '../src/index.js';
import { schemas } from './contract-schemas.js';

const server = realServer('cockroachdb');
let databases = 0;

async function administer(url: string, ...statements: readonly string[]): Promise<void> {
  await using connection = await driver.connect(driver.options({ url, directory: process.cwd() }), { access: 'write' });
  for (const text of statements) await connection.execute({ text });
}

const inDatabase = (url: string, name: string) =>
  Object.assign(new URL(url), { pathname: `/${encodeURIComponent(name)}` }).href;

if ('absent' in server) {
  pureContract({ driver, schemas });
  describe.skip(`live: absent: ${server.absent}`, () => {});
} else {
  const { url } = server;
  driverContract({
    driver,
    target: async () => {
      const name = `contract_${process.pid}_${++databases}`;
      await administer(url, `CREATE DATABASE ${name}`);
      return {
        url: inDatabase(url, name),
        [Symbol.asyncDispose]: () => administer(url, `DROP DATABASE ${name} CASCADE`),
      };
    },
    schemas,
    loseLocks: ({ url: target = '' }) => administer(target, 'DELETE FROM public._schema_sync_leases WHERE true'),
    badTargets: {
      unreachable: () => ({ url: 'cockroachdb://tester:hunter2@127.0.0.1:1/contract' }),
      missing: () => ({ url: inDatabase(url, 'no such database') }),
    },
  });
}
