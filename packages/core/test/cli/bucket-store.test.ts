import { expect, test } from 'vitest';
import { bucketStore, type StoreCall } from '../../src/cli/bucket-store.js';
import type { LoadedConfig } from '../../src/config/load-config.js';

const loaded = { directory: '/', file: '/config.json', config: {} } as unknown as LoadedConfig;

function open(store: string, environment: Readonly<Record<string, string>> = {}): unknown {
  try {
    return bucketStore(store, loaded, { world: { environment } } as unknown as StoreCall);
  } catch (error) {
    return error;
  }
}

test.each([
  'https://us:s3cret@objects.example.com',
  'https://s3cret@objects.example.com',
  'https://objects.example.com/?token=s3cret',
  'ftp://us:s3cret@objects.example.com',
  'us:s3cret@objects.example.com',
])('an endpoint that says more than where a server is, %s, is refused without being told', (endpoint) => {
  const said = `s3://bucket?endpoint=${encodeURIComponent(endpoint)}`;
  const errors = [open(said), open('s3://bucket', { AWS_ENDPOINT_URL: endpoint })];
  errors.push(open('s3://bucket', { AWS_ENDPOINT_URL_S3: endpoint }));
  for (const error of errors) {
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
    expect(`${error} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain('s3cret');
  }
});

test('an endpoint that is the address of a server is taken', () => {
  expect(open('s3://bucket', { AWS_ENDPOINT_URL: 'http://127.0.0.1:9000' })).toHaveProperty('read');
});
