import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const packages = resolve(import.meta.dirname, '../../..');
const sources = readdirSync(packages)
  .map((name) => join(packages, name, 'src'))
  .filter((folder) => existsSync(folder));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    resolve(dirname(path), target.replace(/\.js$/, '.ts')),
  );
}

/** The files that lie on a circle: what is left when those that import nothing, or nothing but such, are taken away again and again. */
function onCircles(folder: string): readonly string[] {
  const left = new Map(files(folder).map((path) => [path, importsOf(path)]));
  for (let taken = true; taken; ) {
    taken = false;
    for (const [path, imported] of left) {
      const isImported = [...left].some(([other, targets]) => other !== path && targets.includes(path));
      if (isImported && imported.some((target) => left.has(target))) continue;
      left.delete(path);
      taken = true;
    }
  }
  return [...left.keys()].map((path) => relative(packages, path)).sort();
}

test.each(sources.map((folder) => [relative(packages, folder), folder]))(
  '%s has no circles, types and late imports included, because its files are read one after the other',
  (_, folder) => {
    expect(onCircles(folder)).toEqual([]);
  },
);
