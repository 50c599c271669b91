import { expect, test } from 'vitest';
import { mysqlStories } from './mysql-stories.js';
import { postgresStories } from './postgres-stories.js';
import { sqliteStories } from './sqlite-stories.js';
import { rowsOf, stepsOf } from './story.js';

const stories = [...postgresStories, ...mysqlStories, ...sqliteStories];

test('pairs of schemas are compared with what Drizzle Kit makes, all of them with rows', () => {
  const steps = stories.flatMap((story) => stepsOf(story).map(([from]) => rowsOf(story, from)));
  expect(steps.length).toBeGreaterThanOrEqual(150);
  expect(steps.filter((rows) => !rows.some((statement) => statement.startsWith('INSERT')))).toEqual([]);
});
