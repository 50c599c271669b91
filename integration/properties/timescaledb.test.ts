import type { Driver } from '@sync/core';
import timescaledb from '@sync/driver-timescaledb';
import { describe, it } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { describeJourney, journeys, scriptOf } from './features/journey.js';
import { expectPrinted, travel, unlessUnmakeable } from './features/travel.js';
import { Bench } from './postgres/bench.js';
import { check, isLong, scaled, timeout } from './support/runs.js';
import { hypertableWorld, timescaleWorld } from './timescaledb/world.js';

const driver = timescaledb as unknown as Driver;
const ground = ['CREATE EXTENSION timescaledb'];
const newest = 99;

const worlds = [
  ['hypertables', hypertableWorld, 60],
  // What PostgreSQL has is tried on PostgreSQL in each run.
  ...(isLong ? ([['any schema', timescaleWorld, 20]] as const) : []),
] as const;

describe.each(worlds)('TimescaleDB, Apache edition: %s', (_, world, density) => {
  const server = realServer('timescaledb');
  if ('absent' in server) {
    it.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const open = () => Bench.open(server.url, { driver, world, ground });

  it('goes from one to another and back, online and not, stopped and not', { timeout }, () =>
    check(
      journeys(world, { density, with: ['grants', 'owners'] }),
      scaled(3),
      describeJourney(world, newest),
      async (journey) => {
        await using bench = await open();
        await travel(bench, journey).catch(unlessUnmakeable);
      },
    ),
  );

  it('is made again by the SQL that is printed of it', { timeout }, () =>
    check(
      journeys(world, { density, with: ['grants', 'owners'] }),
      scaled(1),
      ({ before }) => scriptOf(world.print(before, newest)),
      async (journey) => {
        await using bench = await open();
        await expectPrinted(bench, journey.before, { with: journey.with }).catch(unlessUnmakeable);
      },
    ),
  );
});
