import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realServer } from './real-server.js';

const here = import.meta.dirname;
const here18 = realServer('postgres-18');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'servers-test-'));
  // Servers may run as somebody else.
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly env: Readonly<Record<string, string>>;
  readonly absent: readonly string[];
  readonly evidence: Readonly<Record<string, { readonly [fact: string]: unknown }>>;
}

/** A process that starts servers as a test run does, and holds them. */
async function startIn(env: Readonly<Record<string, string>>, file = join(folder, 'engines.json')) {
  const script = `
    import { startServers } from ${JSON.stringify(join(here, 'start-servers.mjs'))};
    const { env, absent } = await startServers({ names: ['postgres-18'], evidence: ${JSON.stringify(file)} });
    console.log(JSON.stringify({ env, absent }));
  `;
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SYNC_TEST_POSTGRES_18_URL: '', ...env },
  });
  const [line] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string];
  const evidence = JSON.parse(readFileSync(file, 'utf8')) as Started['evidence'];
  return { holder, ...(JSON.parse(line) as Omit<Started, 'evidence'>), evidence };
}

function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((settle) => {
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => settle(true)).on('error', () => settle(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Whether, before long, nobody listens there and no data folder is left. */
async function isGone(url: string): Promise<boolean> {
  for (let left = 100; left > 0; left--) {
    const data = readdirSync(folder).filter((name) => name.startsWith('schema-sync-'));
    if (data.length === 0 && !(await isListening(url))) return true;
    await setTimeout(100);
  }
  return false;
}

test('every server has a service for those who have Docker', () => {
  const names = [...readFileSync(join(here, 'servers.mjs'), 'utf8').matchAll(/(\w+)\(\{ (?:major: (\d+)|release: )/g)];
  const services = [...readFileSync(join(here, 'compose.yaml'), 'utf8').matchAll(/^ {2}(\S+):/gm)];
  expect(services.map(([, name]) => name)).toEqual(
    names.map(([, engine, major]) => (major === undefined ? engine : `${engine}-${major}`)),
  );
});

describe('a server that the environment names', () => {
  test('is the only one that is tried', async () => {
    const { holder, absent, evidence } = await startIn({
      SYNC_TEST_POSTGRES_18_URL: 'postgres://nobody:hunter2@127.0.0.1:1/x',
    });
    holder.kill();
    expect(absent).toEqual(['postgres-18']);
    expect(evidence['postgres-18']).toEqual({
      present: false,
      reason: expect.stringMatching(/^environment: SYNC_TEST_POSTGRES_18_URL: .*ECONNREFUSED/),
    });
  });

  test.skipIf('absent' in here18)('is reported without its password', async () => {
    const url = new URL('url' in here18 ? here18.url : '');
    url.password = 'hunter2';
    const { holder, env, evidence } = await startIn({ SYNC_TEST_POSTGRES_18_URL: url.href });
    holder.kill();
    expect(env.SYNC_TEST_POSTGRES_18_URL).toBe(url.href);
    expect(evidence['postgres-18']).toMatchObject({ present: true, method: 'environment' });
    expect(JSON.stringify(evidence)).not.toContain('hunter2');
  });
});

describe.skipIf('absent' in here18)('a server that is ours', () => {
  test('stops when the process that started it is killed, and leaves nothing', async () => {
    const { holder, env } = await startIn({ TMPDIR: folder });
    const url = env.SYNC_TEST_POSTGRES_18_URL ?? '';
    expect(await isListening(url)).toBe(true);
    holder.kill('SIGKILL');
    expect(await isGone(url)).toBe(true);
  });

  test('is swept away by the next start when its keeper was killed, too', async () => {
    const { holder, env, evidence } = await startIn({ TMPDIR: folder });
    process.kill(Number(evidence['postgres-18']?.keeper), 'SIGKILL');
    holder.kill('SIGKILL');
    const next = await startIn({ TMPDIR: folder });
    expect(await isListening(next.env.SYNC_TEST_POSTGRES_18_URL ?? '')).toBe(true);
    next.holder.kill('SIGKILL');
    expect(await isGone(next.env.SYNC_TEST_POSTGRES_18_URL ?? '')).toBe(true);
    expect(await isListening(env.SYNC_TEST_POSTGRES_18_URL ?? '')).toBe(false);
  });
});
