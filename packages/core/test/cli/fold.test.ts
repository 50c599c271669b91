import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.js';
import { definitions, fold } from '../../src/cli/fold.js';
import { commandHelp, generalHelp, groupHelp } from '../../src/cli/help.js';
import { createPaint, widthOf } from '../../src/cli/paint.js';
import { atTerminal, project } from './support.js';

const rows = [
  ['  --url URL', 'the database that is meant by all of this'],
  ['  -q', 'less'],
] as const;

describe('definitions', () => {
  test('stand in lines where there is room', () => {
    expect(definitions(rows, 80)).toEqual([
      '  --url URL  the database that is meant by all of this',
      '  -q         less',
    ]);
  });

  test('are folded beside their terms where there is some', () => {
    expect(definitions(rows, 45)).toEqual([
      '  --url URL  the database that is meant by\n             all of this',
      '  -q         less',
    ]);
  });

  test('are folded below their terms where there is little', () => {
    expect(definitions(rows, 30)).toEqual([
      '  --url URL\n      the database that is\n      meant by all of this',
      '  -q         less',
    ]);
  });

  test('a word that is too long stands alone', () => {
    expect(fold('a bbbbbbbb c', 4)).toEqual(['a', 'bbbbbbbb', 'c']);
  });
});

describe('help', () => {
  const longest = (text: string) =>
    Math.max(
      ...text
        .split('\n')
        .filter((line) => !/\$ |^ {2}schema-sync /.test(line))
        .map(widthOf),
    );

  test.each([40, 60, 80])('fits into %i columns', async (columns) => {
    const paint = createPaint(false);
    expect(longest(generalHelp(paint, columns))).toBeLessThanOrEqual(columns + 1);
    expect(longest(groupHelp('snapshot', paint, columns))).toBeLessThanOrEqual(columns);
    for (const entry of commands) {
      const text = commandHelp(entry.name, await entry.load(), { engine: 'toy', url: 'toy:app' }, paint, columns);
      expect(longest(text), `${entry.name}\n${text}`).toBeLessThanOrEqual(columns + 1);
    }
  });
});

describe('what inspect and diff show', () => {
  const files = {
    'wide.sql': `CREATE TABLE customers (
      id INTEGER PRIMARY KEY, note TEXT NOT NULL DEFAULT 'a default that goes on for a while' COLLATE NOCASE CHECK (length(note) > 3 AND note <> 'none'),
      up TEXT GENERATED ALWAYS AS (upper(note) || lower(note)) VIRTUAL, other INTEGER REFERENCES customers (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);
      CREATE INDEX customers_note ON customers (note, lower(note), other DESC) WHERE other IS NOT NULL AND note <> '';`,
    'narrow.sql': 'CREATE TABLE customers (id INTEGER PRIMARY KEY, note TEXT);',
  };

  test.each([40, 60, 90])('fits into %i columns, and says all that it says on a wide terminal', async (columns) => {
    const folder = await project(files);
    for (const argv of [
      ['inspect', 'wide.sql'],
      ['diff', '--from', 'narrow.sql', '--to', 'wide.sql'],
    ]) {
      const shown = await atTerminal(folder, [...argv, '--engine', 'sqlite'], [], { columns });
      const whole = await atTerminal(folder, [...argv, '--engine', 'sqlite'], [], { columns: 1000 });
      expect(shown.code).toBe(0);
      const words = (text: string) => text.split(/\s+/);
      expect(words(shown.stdout)).toEqual(words(whole.stdout));
      for (const line of shown.stdout.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      expect(Math.max(...whole.stdout.split('\n').map(widthOf))).toBeGreaterThan(90);
    }
  });
});
