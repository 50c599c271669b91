import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { type Journey, strongest, watchedRun } from './watched-run.js';

const server = realServer('postgres-18');
const root = join(import.meta.dirname, '../golden/postgres');

interface Settings {
  readonly renames?: readonly string[];
  readonly expectError?: unknown;
  readonly with?: readonly string[];
  readonly online?: NonNullable<Journey['options']>['online'];
  readonly exclude?: readonly string[];
}

function casesIn(folder: string): readonly string[] {
  if (existsSync(join(folder, 'before.sql'))) return [folder];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())
    .flatMap(casesIn);
}

function journeyOf(folder: string): Journey | undefined {
  const file = join(folder, 'case.json');
  const settings = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Settings;
  const desired = ['desired.sql', 'desired.yaml', 'desired'].find((name) => existsSync(join(folder, name)));
  // Renames are played with their cases; here they would be drops.
  if (settings.expectError || settings.renames || desired === undefined) return undefined;
  const { with: parts, online, exclude } = settings;
  return {
    before: readFileSync(join(folder, 'before.sql'), 'utf8'),
    goal: join(folder, desired),
    directory: folder,
    options: { ...(parts && { with: parts }), ...(online && { online }), ...(exclude && { exclude }) },
  };
}

describe('the steps of the golden cases name the locks that they take', () => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const journeys = ['every', 'newest'].flatMap((each) =>
    casesIn(join(root, each)).flatMap((folder) => {
      const journey = journeyOf(folder);
      return journey ? [[relative(root, folder), journey] as const] : [];
    }),
  );
  test.concurrent.each(journeys)('%s', async (_, journey) => {
    const steps = await watchedRun(server.url, journey);
    if (journey.options?.online === 'always') {
      const hints = steps.flatMap(({ step }) => step.hazards.map(({ hint }) => hint ?? ''));
      expect(hints.filter((hint) => hint.includes('with --online'))).toEqual([]);
    }
    const imagined = steps.flatMap(({ step, way, tableLock: taken }) =>
      taken === undefined && step.hazards.some((hazard) => hazard.class === 'locks')
        ? [`${way} ${step.number}. ${step.summary}: takes no lock that is told`]
        : [],
    );
    expect(imagined).toEqual([]);
    const silent = steps.flatMap(({ step, way, tableLock: taken }) => {
      const told = strongest(step.hazards.map(({ lock }) => lock));
      return taken === undefined || taken === told
        ? []
        : [`${way} ${step.number}. ${step.summary}: ${taken}, not ${told}`];
    });
    expect(silent).toEqual([]);
  });
});
