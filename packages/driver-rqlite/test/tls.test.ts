import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, makeCertificates } from '../../../integration/servers/certificates.js';
import { type OwnServer, startOwnServer } from '../../../integration/servers/own-server.mjs';
import driver from '../src/index.js';

let certificates: Certificates | undefined;
let node: OwnServer | undefined;

beforeAll(async () => {
  certificates = makeCertificates('ada');
  if (!certificates) return;
  const { text } = certificates;
  const started = await startOwnServer('rqlite', {
    files: { 'node.crt': text('address.crt'), 'node.key': text('address.key'), 'root.crt': text('root.crt') },
    settings: {
      'http-cert': '{folder}/node.crt',
      'http-key': '{folder}/node.key',
      'http-ca-cert': '{folder}/root.crt',
    },
  });
  if (!('absent' in started)) node = started;
});

afterAll(async () => {
  await node?.[Symbol.asyncDispose]();
  certificates?.[Symbol.dispose]();
});

async function versionAt(settings: Readonly<Record<string, unknown>>): Promise<unknown> {
  const url = `rqlites://127.0.0.1:${node?.port}`;
  const options = driver.options({ url, settings: { timeoutMs: 1000, ...settings }, directory: '/' });
  await using connection = await driver.connect(options, { access: 'read' });
  return connection.query({ text: 'SELECT 1 AS one' });
}

describe('a node that speaks TLS', () => {
  test('is trusted for its authority', async ({ skip }) => {
    if (!node) return skip('no rqlite, or no openssl');
    expect(await versionAt({ ca: certificates?.path('root.crt') })).toEqual([{ one: 1 }]);
  });

  test('is not trusted where its authority is not known, or another is', async ({ skip }) => {
    if (!node) return skip('no rqlite, or no openssl');
    for (const settings of [{}, { ca: certificates?.path('stranger.crt') }])
      await expect(versionAt(settings)).rejects.toMatchObject({
        code: 'CONNECTION_FAILED',
        hint: expect.stringContaining('Give with ca') as string,
      });
  });
});
