import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Driver } from '@sync/core';
import { expect, test } from 'vitest';
import { goldenCases } from '../src/index.js';

test('a case that is chosen by a name that no case has is an error, not a case less', async () => {
  const root = await mkdtemp(join(tmpdir(), 'schema-sync-cases-'));
  try {
    await mkdir(join(root, 'columns/add'), { recursive: true });
    for (const name of ['before.sql', 'desired.sql']) await writeFile(join(root, 'columns/add', name), '');
    // None is played: the choice is refused before any.
    const options = { driver: {} as Driver, open: () => ({ url: '' }), only: ['columns/add', 'columns/ad'] };
    expect(() => goldenCases(root, options)).toThrow('there is no case columns/ad in');
  } finally {
    await rm(root, { recursive: true });
  }
});
