import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const scripts = resolve(import.meta.dirname, '../../scripts/lib');

/** What a function of a script gives, asked by a process of its own. */
function ask(file: string, expression: string, env: Readonly<Record<string, string>> = {}): unknown {
  const program = `import * as script from ${JSON.stringify(resolve(scripts, file))}; console.log(JSON.stringify(await script.${expression}))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('the checks of packed packages', () => {
  test.each([
    [[], ['@sync/core', 'plain']],
    [['sync-core-0.1.0.tgz', 'plain-1.0.0.tgz'], []],
    [['sync-core-tools-0.1.0.tgz', 'plain-1.0.0.tgz'], ['@sync/core']],
  ])('of %j miss the tarballs of %j', (files, missing) => {
    expect(ask('missing-tarballs.mjs', `missingTarballs(['@sync/core', 'plain'], ${JSON.stringify(files)})`)).toEqual(
      missing,
    );
  });
});

describe('the list of engines', () => {
  test('has the version that an embedded engine says itself', () => {
    expect(ask('engines.mjs', 'engineLines()')).toContainEqual(
      expect.stringMatching(/^sqlite +present 3\.\d+\.\d+ \(embedded\)$/),
    );
  });

  test('says which client is absent', () => {
    expect(ask('engines.mjs', 'engineLines()', { PATH: '/nowhere' })).toContain(
      'sqlite3 client   absent  sqlite3 cannot be started: ENOENT',
    );
  });
});
