import { describe, it } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { describeJourney, journeys, scriptOf } from './features/journey.js';
import { expectPrinted, travel, unlessUnmakeable } from './features/travel.js';
import { Bench } from './postgres/bench.js';
import { postgresWorld } from './postgres/whole/whole.js';
import { check, scaled, timeout } from './support/runs.js';

const withMore = ['grants', 'owners', 'extensions', 'database'];
/** What is said of a case is said in the words of the newest server. */
const newest = 18;

describe.each(['postgres-13', 'postgres-18'])('%s', (name) => {
  const server = realServer(name);
  if ('absent' in server) {
    it.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  it('goes from any schema to another and back, online and not, stopped and not', { timeout }, () =>
    check(
      journeys(postgresWorld, { density: 20, with: withMore }),
      scaled(4),
      describeJourney(postgresWorld, newest),
      async (journey) => {
        await using bench = await Bench.open(server.url);
        await travel(bench, journey).catch(unlessUnmakeable);
      },
    ),
  );

  it('makes any schema again by the SQL that is printed of it', { timeout }, () =>
    check(
      journeys(postgresWorld, { density: 50, with: withMore }),
      scaled(2),
      ({ before }) => scriptOf(postgresWorld.print(before, newest)),
      async (journey) => {
        await using bench = await Bench.open(server.url);
        await expectPrinted(bench, journey.before, { with: journey.with }).catch(unlessUnmakeable);
      },
    ),
  );
});
