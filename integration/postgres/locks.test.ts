import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCases, type GoldenCase, renameHint } from '@sync/testkit';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { type Journey, strongest, untold, watchedRun } from './watched-run.js';

const server = realServer('postgres-18');
const root = join(import.meta.dirname, '../golden/postgres');

function journeyOf({ before, desired, folder, settings }: GoldenCase): Journey {
  const { with: parts, online, exclude, renames } = settings;
  return {
    before,
    goal: join(folder, desired),
    directory: folder,
    options: {
      ...(parts && { with: parts }),
      ...(online && { online }),
      ...(exclude && { exclude }),
      ...(renames && { renames: renames.map(renameHint) }),
    },
  };
}

/** Whether its plan, as it was reviewed, has steps. */
const hasSteps = ({ folder }: GoldenCase) => readFileSync(join(folder, 'plan.sql'), 'utf8').includes('-- ==== up ====');

/** What calls something that reaches beyond a scratch database (the counters of all databases) is not run where statements are watched. */
const unwatched = new Set(['every/extensions/updated-under-defaults']);

describe('the steps of the golden cases name the locks that they take', () => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const cases = ['every', 'newest'].flatMap((each) =>
    findCases(join(root, each)).flatMap((found) =>
      found.settings.expectError || unwatched.has(`${each}/${found.name}`)
        ? []
        : [[`${each}/${found.name}`, found] as const],
    ),
  );
  test.concurrent.each(cases)('%s', async (_, golden) => {
    const journey = journeyOf(golden);
    const steps = await watchedRun(server.url, journey);
    expect(steps.length > 0, 'there is something to look at').toBe(hasSteps(golden));
    if (journey.options?.online === 'always') {
      const hints = steps.flatMap(({ step }) => step.hazards.map(({ hint }) => hint ?? ''));
      expect(hints.filter((hint) => hint.includes('with --online'))).toEqual([]);
    }
    // What runs outside of a transaction has let go of its locks before they can be looked at.
    const imagined = steps.flatMap(({ step, way, tableLock: taken, observed }) =>
      taken === undefined &&
      observed.every(({ atomic }) => atomic) &&
      step.hazards.some(({ class: of }) => of === 'locks')
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
    const unnamed = steps.flatMap((each) =>
      untold(
        each,
        steps.filter(({ way }) => way === each.way),
      ).map((table) => `${each.way} ${each.step.number}. ${each.step.summary}: ${table}`),
    );
    expect(unnamed).toEqual([]);
  });
});
