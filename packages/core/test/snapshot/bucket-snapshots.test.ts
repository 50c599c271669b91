import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { AwsClient } from 'aws4fetch';
import { afterAll, describe, expect, test } from 'vitest';
import { type ObjectServer, startObjectServer } from '../../../../integration/servers/object-server.mjs';
import { type BucketSnapshotOptions, bucketSnapshots } from '../../src/snapshot/bucket-snapshots.js';
import { encodeKey } from '../../src/snapshot/snapshot-key.js';
import { snapshotOf, storeSuite } from './store-suite.js';

const region = 'us-east-1';
const started = await startObjectServer();
if ('absent' in started) {
  // On a machine that tests for others, what is not tested has not passed.
  (process.env.CI === 'true' ? test : test.skip)(`absent: ${started.absent}`, () => expect.fail(started.absent));
} else {
  afterAll(() => started[Symbol.asyncDispose]());
  storesOf(started);
}

function storesOf({ endpoint, credentials }: ObjectServer): void {
  const client = new AwsClient({ ...credentials, region, service: 's3' });
  const objectUrl = (bucket: string, key: string) => `${endpoint}/${bucket}/${encodeURIComponent(key)}`;
  let buckets = 0;

  async function newBucket(): Promise<string> {
    const bucket = `bucket-${++buckets}`;
    const made = await client.fetch(`${endpoint}/${bucket}`, { method: 'PUT' });
    expect(made.status, await made.text()).toBe(200);
    return bucket;
  }

  const place = (bucket: string, more: Partial<BucketSnapshotOptions> = {}) =>
    bucketSnapshots({ bucket, region, endpoint, credentials, ...more });

  storeSuite('a bucket', async (clock) => {
    const bucket = await newBucket();
    return {
      open: () => Promise.resolve(place(bucket, { prefix: 'team/schemas', clock })),
      damage: async (key, version, change) => {
        const name = `team/schemas/${encodeKey(key)}/${String(version).padStart(6, '0')}.json`;
        const url = `${endpoint}/${bucket}/${name.replaceAll('%', '%25')}`;
        const body = change(await (await client.fetch(url)).text());
        expect((await client.fetch(url, { method: 'PUT', body })).status).toBe(200);
        return `s3://${bucket}/${name}`;
      },
      close: () => Promise.resolve(),
    };
  });

  describe('snapshots in a bucket', () => {
    test('of two prefixes, and what else lies there, do not see each other', async () => {
      const bucket = await newBucket();
      await client.fetch(objectUrl(bucket, 'readme.txt'), { method: 'PUT', body: 'hello' });
      await place(bucket).write('a', snapshotOf('one'));
      await place(bucket, { prefix: '/x y+ü/' }).write('b', snapshotOf('two'));
      expect(await place(bucket).list()).toMatchObject([{ key: 'a', version: 1 }]);
      expect(await place(bucket, { prefix: 'x y+ü' }).list()).toMatchObject([{ key: 'b', version: 1 }]);
      expect(await place(bucket, { prefix: 'x y+ü' }).read('b')).toEqual(snapshotOf('two'));
    });

    test('are listed in as many pages as the server makes', { timeout: 300_000 }, async () => {
      const bucket = await newBucket();
      const text = await (async () => {
        await place(bucket).write('k', snapshotOf('one'));
        return (await client.fetch(`${endpoint}/${bucket}/k/000001.json`)).text();
      })();
      for (let at = 2; at <= 1100; at += 50) {
        const some = Array.from({ length: Math.min(50, 1101 - at) }, (_, i) => String(at + i).padStart(6, '0'));
        await Promise.all(
          some.map(async (name) => {
            const put = await client.fetch(`${endpoint}/${bucket}/k/${name}.json`, { method: 'PUT', body: text });
            expect(put.status).toBe(200);
          }),
        );
      }
      expect(await place(bucket).write('k', snapshotOf('two'))).toMatchObject({ version: 1101 });
      expect(await place(bucket).read('k', 1100)).toEqual(snapshotOf('one'));
    });

    test.each<[string, Partial<BucketSnapshotOptions>, string, string]>([
      ['an unknown key', { credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } }, 'PERMISSION_DENIED', 'AWS'],
      [
        'a wrong secret',
        { credentials: { ...credentials, secretAccessKey: 'not-the-secret' } },
        'PERMISSION_DENIED',
        'AWS_SECRET_ACCESS_KEY',
      ],
      ['a bucket that is not there', { bucket: 'missing-bucket' }, 'NOT_FOUND', 'Make the bucket'],
      ['a port where nobody listens', { endpoint: 'http://127.0.0.1:1' }, 'CONNECTION_FAILED', 'endpoint'],
    ])('%s is said by name, whatever is done', async (_, wrong, code, hint) => {
      const store = place(await newBucket(), wrong);
      for (const use of [() => store.list(), () => store.read('a'), () => store.write('a', snapshotOf('one'))]) {
        const error = await use().catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code, hint: expect.stringContaining(hint) });
        expect(JSON.stringify(error)).not.toContain('not-the-secret');
      }
    });

    test('one that is deleted behind the store is said by name', async () => {
      const bucket = await newBucket();
      await place(bucket).write('a', snapshotOf('one'));
      const url = `${endpoint}/${bucket}/a/000001.json`;
      const racing = place(bucket);
      await client.fetch(url, { method: 'DELETE' });
      expect(await racing.read('a')).toBeUndefined();
      expect(await racing.write('a', snapshotOf('two'))).toMatchObject({ version: 1 });
    });

    test('a server that overwrites is refused before anything is kept', async () => {
      const seen: string[] = [];
      // Asks the real one for the same, without the condition.
      const careless = createServer(async (request, response) => {
        seen.push(`${request.method} ${request.url}`);
        const body = await buffer(request);
        const method = request.method ?? 'GET';
        const passed = await client.fetch(`${endpoint}${request.url}`, { method, ...(body.length > 0 && { body }) });
        response.writeHead(passed.status).end(await passed.text());
      });
      await new Promise<void>((ready) => careless.listen(0, '127.0.0.1', ready));
      try {
        const { port } = careless.address() as AddressInfo;
        const bucket = await newBucket();
        const store = place(bucket, { endpoint: `http://127.0.0.1:${port}` });
        await expect(store.write('a', snapshotOf('one'))).rejects.toMatchObject({ code: 'UNSUPPORTED' });
        expect(seen.filter((line) => line.includes('000001'))).toEqual([]);
        expect(await place(bucket).list()).toEqual([]);
      } finally {
        careless.close();
      }
    });
  });
}
