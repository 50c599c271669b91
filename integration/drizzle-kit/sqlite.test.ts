import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { play, unforeseen } from './compare.js';
import { sqliteKit } from './kit.js';
import { sqliteBuilderStories } from './sqlite-builder-stories.js';
import { sqliteStories } from './sqlite-stories.js';

function fresh() {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-drizzle-'));
  return Promise.resolve({
    url: `sqlite:${join(folder, 'app.db')}`,
    [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
  });
}

describe('SQLite as Drizzle Kit makes it', () => {
  test.each([...sqliteStories, ...sqliteBuilderStories])('$name', async (story) => {
    const outcomes = await play(story, { driver, kit: sqliteKit, fresh });
    expect(outcomes.flatMap(({ step, ours }) => ours.map((each) => `${step}: ${each}`))).toEqual([]);
    expect(unforeseen(story, outcomes)).toEqual([]);
  });
});
