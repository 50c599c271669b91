import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { memory } from './converge.js';
import { folder } from './folder.js';
import { start } from './process.js';

describe('the lock', () => {
  it('is held by one process at a time, and names it', async () => {
    using place = folder();
    await using connection = await place.connect('app.db');
    await using other = start('hold-lock', place.file('app.db'), 'tenant');
    expect(await other.line()).toBe('held');
    const error: unknown = await connection.lock('tenant', { waitMs: 100 }).catch((each: unknown) => each);
    expect(error).toMatchObject({
      code: 'LOCK_TIMEOUT',
      hint: expect.stringMatching(/held by process \d+ on .* since 20/) as string,
    });
    await using _ = await connection.lock('another tenant', { waitMs: 0 });
    await other.end();
    await using __ = await connection.lock('tenant', { waitMs: 0 });
  });

  it('is free at once when its holder is killed', async () => {
    using place = folder();
    await using connection = await place.connect('app.db');
    await using other = start('hold-lock', place.file('app.db'), 'tenant');
    expect(await other.line()).toBe('held');
    await other.kill();
    expect(readdirSync(place.path).length).toBeGreaterThan(1);
    {
      await using _ = await connection.lock('tenant', { waitMs: 0 });
    }
    expect(readdirSync(place.path)).toEqual(['app.db']);
  });

  it('is waited for', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    await using two = await place.connect('app.db');
    const first = await one.lock('x', { waitMs: 0 });
    const second = two.lock('x', { waitMs: 5000 });
    setTimeout(() => void first[Symbol.asyncDispose](), 120);
    await using _ = await second;
    await first[Symbol.asyncDispose]();
    await expect(one.lock('x', { waitMs: 0 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
  });

  it('never has two holders, however many want it', async () => {
    using place = folder();
    let holders = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        await using connection = await place.connect('app.db');
        for (let i = 0; i < 5; i++) {
          await using _ = await connection.lock('x', { waitMs: 30_000 });
          most = Math.max(most, ++holders);
          await new Promise((resolve) => setTimeout(resolve, 3));
          holders--;
        }
      }),
    );
    expect(most).toBe(1);
    expect(readdirSync(place.path)).toEqual(['app.db']);
  });

  it('stops waiting when it is cancelled', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    await using two = await place.connect('app.db');
    await using _ = await one.lock('x', { waitMs: 0 });
    await expect(two.lock('x', { waitMs: 60_000, signal: AbortSignal.timeout(80) })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('does not hinder other databases, nor work on its own', async () => {
    using place = folder();
    await using one = await place.connect('one.db');
    await using two = await place.connect('two.db');
    await using _ = await one.lock('x', { waitMs: 0 });
    await using __ = await two.lock('x', { waitMs: 0 });
    await one.execute({ text: 'CREATE TABLE t (a)' });
  });

  it('is taken where the machine stopped before the file of an older one had come to the disk', async () => {
    using place = folder();
    await using connection = await place.connect('app.db');
    let file = '';
    {
      await using _ = await connection.lock('tenant', { waitMs: 0 });
      file = place.file(readdirSync(place.path).find((name) => name.endsWith('-lock')) ?? '');
    }
    for (const left of [Buffer.alloc(8192), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)])]) {
      writeFileSync(file, left);
      expect(await connection.isLocked?.('tenant')).toBe(false);
      await using _ = await connection.lock('tenant', { waitMs: 1000 });
      await using other = await place.connect('app.db');
      await expect(other.lock('tenant', { waitMs: 0 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
    }
    expect(readdirSync(place.path)).toEqual(['app.db']);
  });

  it('says so when something else lies where it keeps its file', async () => {
    using place = folder();
    await using connection = await place.connect('app.db');
    const lock = await connection.lock('x', { waitMs: 0 });
    const [file] = readdirSync(place.path).filter((name) => name.endsWith('lock'));
    await lock[Symbol.asyncDispose]();
    writeFileSync(place.file(file ?? ''), 'rubbish '.repeat(200));
    await expect(connection.lock('x', { waitMs: 0 })).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      message: expect.stringContaining('schema-sync-lock') as string,
    });
  });

  it('is kept within the process for a database in memory', async () => {
    await using one = await memory();
    await using two = await memory();
    const held = await one.lock('x', { waitMs: 0 });
    await expect(one.lock('x', { waitMs: 10 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
    await using _ = await two.lock('x', { waitMs: 0 });
    await held[Symbol.asyncDispose]();
    await using __ = await one.lock('x', { waitMs: 0 });
  });

  it('is one, by whichever link the database is reached', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    mkdirSync(place.file('elsewhere'));
    symlinkSync(place.file('app.db'), place.file('elsewhere/link.db'));
    await using two = await place.connect('elsewhere/link.db');
    await using _ = await one.lock('x', { waitMs: 0 });
    await expect(two.lock('x', { waitMs: 0 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
    expect(readdirSync(place.file('elsewhere'))).toEqual(['link.db']);
  });

  it('says that it is lost when its file is taken away, and leaves the next one alone', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    await using two = await place.connect('app.db');
    const first = await one.lock('x', { waitMs: 0 });
    const file = () => readdirSync(place.path).find((name) => name.endsWith('lock')) ?? '';
    const lost = once(first.lost, 'abort');
    rmSync(place.file(file()));
    await using second = await two.lock('x', { waitMs: 0 });
    await lost;
    expect(first.lost.aborted).toBe(true);
    await first[Symbol.asyncDispose]();
    expect(file()).not.toBe('');
    expect(second.lost.aborted).toBe(false);
    await expect(one.lock('x', { waitMs: 0 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
  });

  it('is not given to a connection that was closed while it waited', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    const two = await place.connect('app.db');
    const held = await one.lock('x', { waitMs: 0 });
    const waiting = expect(two.lock('x', { waitMs: 10_000 })).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    await two[Symbol.asyncDispose]();
    await waiting;
    await expect(two.lock('x')).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    await held[Symbol.asyncDispose]();
    await using _ = await one.lock('x', { waitMs: 0 });
  });

  it('is waited for as long as the connection waits, unless it is told otherwise', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    await using two = await place.connect('app.db', 'write', { lockWaitMs: 30 });
    await using _ = await one.lock('x', { waitMs: 0 });
    await expect(two.lock('x')).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
      message: expect.stringContaining('30 ms'),
    });
  });
});
