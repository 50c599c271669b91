import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { play, unforeseen } from './compare.js';
import { postgresKit } from './kit.js';
import { postgresBuilderStories } from './postgres-builder-stories.js';
import { postgresStories } from './postgres-stories.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

describe.skipIf('absent' in server)('PostgreSQL as Drizzle Kit makes it', () => {
  test.each([...postgresStories, ...postgresBuilderStories])('$name', async (story) => {
    const outcomes = await play(story, { driver, kit: postgresKit, schemas: 'all', fresh: () => freshDatabase(url) });
    expect(outcomes.flatMap(({ step, ours }) => ours.map((each) => `${step}: ${each}`))).toEqual([]);
    expect(unforeseen(story, outcomes)).toEqual([]);
  });
});
