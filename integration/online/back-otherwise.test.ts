import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { openPlace, servers } from './support.js';

const story = new URL('../golden/postgres/every/online/replace-key-that-is-referred-to/', import.meta.url);
const read = (name: string) => readFile(new URL(name, story), 'utf8');

describe.each(servers.slice(-1))('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;

  live('where no other way back holds, the one that was planned is told of, and is there', async () => {
    await using place = await openPlace('url' in server ? server.url : '', {}, await read('before.sql'));
    await place.desire(await read('desired.sql'));
    const { engine, tenant, goal } = place;
    const was = (await engine.inspect(tenant)).catalogue.root;
    const { report } = await engine.sync(tenant, goal, { online: 'always', allow: 'all' });
    const run = report?.run ?? '';
    await expect(engine.down(tenant, run, { online: 'always', allow: 'all' })).rejects.toMatchObject({
      code: 'PROOF_FAILED',
      hint: expect.stringContaining('Leave out --online'),
    });
    await engine.down(tenant, run, { allow: 'all' });
    expect((await engine.inspect(tenant)).catalogue.root).toBe(was);
  });
});
