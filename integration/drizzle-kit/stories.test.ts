import { expect, test } from 'vitest';
import { mysqlBuilderStories } from './mysql-builder-stories.js';
import { mysqlStories } from './mysql-stories.js';
import { postgresBuilderStories } from './postgres-builder-stories.js';
import { postgresStories } from './postgres-stories.js';
import { sqliteBuilderStories } from './sqlite-builder-stories.js';
import { sqliteStories } from './sqlite-stories.js';
import { rowsOf, stepsOf } from './story.js';

const stories = [
  ...postgresStories,
  ...postgresBuilderStories,
  ...mysqlStories,
  ...mysqlBuilderStories,
  ...sqliteStories,
  ...sqliteBuilderStories,
];

test('pairs of schemas are compared with what Drizzle Kit makes, all of them with rows', () => {
  const steps = stories.flatMap((story) => stepsOf(story).map(([from]) => rowsOf(story, from)));
  expect(steps.length).toBeGreaterThanOrEqual(150);
  expect(steps.filter((rows) => !rows.some((statement) => statement.startsWith('INSERT')))).toEqual([]);
});
