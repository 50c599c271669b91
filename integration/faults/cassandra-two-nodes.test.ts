import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import driver from '@sync/driver-cassandra';
import { expect, test } from 'vitest';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';

const isLong = process.env.TEST_LONG === '1';

test.runIf(isLong)(
  'two nodes hold one schema after each statement, or the run stops and says so',
  async ({ skip }) => {
    const first = await startOwnServer('cassandra-5');
    if ('absent' in first) return skip(`absent: ${first.absent}`);
    await using one = first;
    const second = await startOwnServer('cassandra-5');
    if ('absent' in second) return skip(`absent: ${second.absent}`);
    await using other = second;
    await settle(one, one);
    await settle(other, one);

    const options = (how: string) => driver.options({ url: `${one.url}/app?${how}`, directory: '/' });
    await using connection = await driver.connect(options('agreementMs=30000'), { access: 'write', missing: 'make' });
    await until(async () => (await versions(connection)).length === 2);
    await connection.execute({ text: 'CREATE TABLE agreed (id int PRIMARY KEY)' });
    expect(new Set(await versions(connection)).size).toBe(1);

    // One that says nothing, and is not yet taken for down, may hold another schema.
    await using hasty = await driver.connect(options('agreementMs=1500'), { access: 'write' });
    other.freeze();
    await expect(hasty.execute({ text: 'CREATE TABLE alone (id int PRIMARY KEY)' })).rejects.toMatchObject({
      code: 'TIMED_OUT',
      details: { reason: 'schema-disagreement' },
    });
    other.thaw();
    await until(async () => new Set(await versions(connection)).size === 1);
    await hasty.execute({ text: 'CREATE TABLE together (id int PRIMARY KEY)' });

    // One that is known to be down learns of the schema when it is back.
    await other.kill();
    await using patient = await driver.connect(options('agreementMs=60000'), { access: 'write' });
    await patient.execute({ text: 'CREATE TABLE without_it (id int PRIMARY KEY)' });
    // It is waited for once, and not after each statement.
    const known = performance.now();
    await patient.execute({ text: 'CREATE TABLE at_once (id int PRIMARY KEY)' });
    expect(performance.now() - known).toBeLessThan(10_000);
    await other.start();
    await until(async () => new Set(await versions(patient)).size === 1);
  },
  400_000,
);

/** Nodes that were alone become a cluster, in which nobody has to be asked for accounts that lie on the other one. */
async function settle(node: OwnServer, seed: OwnServer): Promise<void> {
  await node.stop();
  const settings = readFileSync(join(node.folder, 'cassandra.yaml'), 'utf8')
    .replace('PasswordAuthenticator', 'AllowAllAuthenticator')
    .replace('CassandraAuthorizer', 'AllowAllAuthorizer')
    .replace('seeds: 127.0.0.1', `seeds: "127.0.0.1:${10_000 + (seed.port % 20_000)}"`);
  node.write('cassandra.yaml', settings);
  await node.start();
}

/** The versions of the schema that the nodes hold, as the one that is asked knows of them. */
async function versions(connection: Awaited<ReturnType<typeof driver.connect>>): Promise<readonly string[]> {
  const local = await connection.query({ text: 'SELECT schema_version FROM system.local' });
  const peers = await connection.query({ text: 'SELECT schema_version FROM system.peers_v2' });
  return [...local, ...peers].flatMap(({ schema_version: version }) => (version ? [String(version)] : []));
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('it did not come about');
    await new Promise((settle) => setTimeout(settle, 100));
  }
}
