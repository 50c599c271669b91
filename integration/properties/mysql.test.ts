import { describe, it } from 'vitest';
import { family } from '../mysql/servers.js';
import { describeJourney, journeys, scriptOf } from './features/journey.js';
import { expectPrinted, travel, unlessUnmakeable } from './features/travel.js';
import { MysqlGround } from './mysql/ground.js';
import { worlds } from './mysql/world.js';
import { check, scaled, timeout } from './support/runs.js';

const withMore = ['column-order', 'owners', 'database'];
/** What is said of a case is said in the words of the newest server. */
const newest = 99;

describe.each(family)('$name', (server) => {
  if (server.url === '') {
    it.skip(`absent: ${server.name}`, () => {});
    return;
  }
  const world = worlds[server.scheme];

  it('goes from any schema to another and back, online and not, stopped and not', { timeout }, () =>
    check(
      journeys(world, { density: 20, with: withMore }),
      scaled(4),
      describeJourney(world, newest),
      async (journey) => {
        await using ground = await MysqlGround.open(server);
        await travel(ground, journey).catch(unlessUnmakeable);
      },
    ),
  );

  it('makes any schema again by the SQL that is printed of it', { timeout }, () =>
    check(
      journeys(world, { density: 40, with: withMore }),
      scaled(2),
      ({ before }) => scriptOf(world.print(before, newest)),
      async (journey) => {
        await using ground = await MysqlGround.open(server);
        await expectPrinted(ground, journey.before, { with: journey.with }).catch(unlessUnmakeable);
      },
    ),
  );
});
