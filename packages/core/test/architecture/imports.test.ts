import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/** The layers of core, lowest first; those on one line may import each other's folders. */
const layers: readonly (readonly string[])[] = [
  ['errors', 'nearest', 'version'],
  ['model'],
  ['contract'],
  ['books', 'git', 'tenant'],
  ['inspect', 'snapshot'],
  ['source'],
  ['portable'],
  ['diff'],
  ['plan'],
  ['run'],
  ['migrate'],
  [
    'engine-types',
    'engine-options',
    'engine-requests',
    'engine-baseline',
    'engine-diff',
    'engine-phase',
    'engine-drift',
    'engine-migrate',
    'engine-plan',
    'engine-way-back',
    'engine-rest',
    'engine-servers',
    'engine-compile',
    'engine-validation',
    'engine',
  ],
  ['fleet'],
  ['load', 'config'],
  ['index'],
  ['cli', 'bin'],
];

const level = new Map(layers.flatMap((names, at) => names.map((name) => [name, at] as const)));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const layerOf = (path: string) => (relative(src, path).split(/[\\/]/)[0] ?? '').replace(/\.ts$/, '');

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    resolve(dirname(path), target.replace(/\.js$/, '.ts')),
  );
}

describe('the layers of core', () => {
  test('every folder has its place', () => {
    const unknown = [...new Set(files(src).map(layerOf))].filter((name) => !level.has(name));
    expect(unknown, 'add the folder to the list of layers, where it belongs').toEqual([]);
  });

  test('imports go down, because what is below must be usable, and testable, without what is above', () => {
    const upward = files(src).flatMap((path) =>
      importsOf(path)
        .filter((target) => (level.get(layerOf(target)) ?? 0) > (level.get(layerOf(path)) ?? 0))
        .map((target) => `${relative(src, path)} imports ${relative(src, target)}`),
    );
    expect(upward).toEqual([]);
  });

  test('core names no engine, because an engine is whatever driver is installed', () => {
    // The short one as a whole word, hyphens included: a tool such as node-pg-migrate has a name of its own.
    const names =
      /\b(postgres\w*|mysql\w*|mariadb\w*|sqlite\w*|rqlite\w*|cassandra\w*|cockroach\w*|timescale\w*)\b|(?<![\w-])pg(?![\w-])/i;
    const found = ['pg', 'import pg', "'pg'", 'sqlite3', 'a PostgreSQL server', 'pg.Client', 'postgres-only'];
    expect(found.filter((text) => !names.test(text))).toEqual([]);
    expect(names.test("['pgmigrations', 'node-pg-migrate']")).toBe(false);
    const named = files(src).flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line, i) => (names.test(line) ? [`${relative(src, path)}:${i + 1} ${line.trim()}`] : [])),
    );
    expect(named).toEqual([]);
  });

  test('only the command line sets the exit code', () => {
    const exits = files(src).filter((path) => /process\.exit\(/.test(readFileSync(path, 'utf8')));
    expect(exits).toEqual([]);
  });
});
