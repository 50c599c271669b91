import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const host = resolve(import.meta.dirname, '../../examples/plugin-host');

test('the example of a host starts, starts again, and takes a newer release of a plugin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-host-'));
  const start = (release: string) => {
    const args = ['host.mjs', join(folder, 'host.db'), release];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: host, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  };
  try {
    expect(start('1')).toEqual([
      '@elizaos/plugin-sql: migrated (create index:agents_name_unique, create table:agents)',
      'plugin-notes: migrated (create table:notes)',
      '{"id":1,"agent":1,"body":"written by release 1"}',
    ]);
    expect(start('1').slice(0, 2)).toEqual(['@elizaos/plugin-sql: unchanged', 'plugin-notes: unchanged']);
    expect(start('2')).toEqual([
      '@elizaos/plugin-sql: unchanged',
      'plugin-notes: migrated (alter table:notes)',
      '{"id":1,"agent":1,"content":"written by release 1","pinned":false}',
      '{"id":2,"agent":1,"content":"written by release 1","pinned":false}',
      '{"id":3,"agent":1,"content":"written by release 2","pinned":false}',
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
