import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';

const server = realServer('postgres-18');
const here = join(import.meta.dirname, '..');
const columns = '(id int PRIMARY KEY, a int)';

describe('the head of an online plan, and the line of each of its batches', () => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test.each([
    [
      'nobody waits for',
      `CREATE TABLE t ${columns}; CREATE INDEX i ON t (a);`,
      'in steps that keep nobody waiting for more than a moment, and do not commit together',
      [/· each statement by itself · lock_timeout 0$/],
    ],
    [
      'the server writes at once',
      `CREATE UNLOGGED TABLE t ${columns}; CREATE INDEX i ON t (a);`,
      'in steps that do not commit together; others wait for as long as batch 1 takes',
      [/· all or nothing · keeps out readers and writers$/, /· each statement by itself · lock_timeout 0$/],
    ],
    [
      'needs no steps of its own',
      `CREATE TABLE t ${columns}; COMMENT ON TABLE t IS 'x';`,
      'in one transaction, for which nobody waits for more than a moment',
      [/· all or nothing$/],
    ],
    [
      'is one step, for which others wait',
      `CREATE UNLOGGED TABLE t ${columns};`,
      'in one transaction, and others wait for as long as it takes',
      [/· all or nothing · keeps out readers and writers$/],
    ],
  ])('say what is true of what %s', async (_, goal, how, batches) => {
    const cwd = await mkdtemp(join(tmpdir(), 'online-told-'));
    const database = await freshDatabase(server.url);
    const run = (...args: readonly string[]) =>
      schemaSync([...args, '--url', database.url], { cwd, env: { SCHEMA_SYNC_DRIVERS_FROM: here } });
    try {
      await writeFile(join(cwd, 'before.sql'), `CREATE TABLE t ${columns};`);
      await writeFile(join(cwd, 'goal.sql'), goal);
      expect((await run('sync', '--to', 'before.sql', '--yes')).code).toBe(0);
      const { stdout } = await run('plan', '--to', 'goal.sql', '--online', '--no-prove');
      expect(stdout).toContain(`\nOnline, as asked for: ${how}\n`);
      const heads = stdout.split('\n').filter((line) => line.startsWith('Batch '));
      expect(heads).toEqual(batches.map((batch) => expect.stringMatching(batch)));
    } finally {
      await database[Symbol.asyncDispose]();
      await rm(cwd, { recursive: true, force: true });
    }
  });
});
