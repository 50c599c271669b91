import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { Bench } from './postgres/bench.js';
import { type Journey, journeys } from './postgres/whole/chance.js';
import { compileWhole, travel, Unmakeable } from './postgres/whole/travel.js';
import { hintsBetween, printWhole } from './postgres/whole/whole.js';
import { check, scaled, timeout } from './support/runs.js';

const script = (statements: readonly string[]) => statements.map((statement) => `${statement};\n`).join('');

function describeJourney({ before, after, ...how }: Journey): string {
  const hints = hintsBetween(before, after, 18).map(({ from, to }) => ({ from, to }));
  return [script(printWhole(before, 18)), script(printWhole(after, 18)), JSON.stringify({ ...how, hints })].join(
    '\n-- becomes\n\n',
  );
}

/** What the server refuses to make is no case: another one takes its place. */
function unlessUnmakeable(thrown: unknown): never {
  fc.pre(!(thrown instanceof Unmakeable));
  throw thrown;
}

describe.each(['postgres-13', 'postgres-18'])('%s', (name) => {
  const server = realServer(name);
  if ('absent' in server) {
    it.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  it('goes from any schema to another and back, online and not, stopped and not', { timeout }, () =>
    check(journeys(20), scaled(4), describeJourney, async (journey) => {
      await using bench = await Bench.open(server.url);
      await travel(bench, journey).catch(unlessUnmakeable);
    }),
  );

  it('makes any schema again by the SQL that is printed of it', { timeout }, () =>
    check(
      journeys(50),
      scaled(2),
      ({ before }) => script(printWhole(before, 18)),
      async (journey) => {
        await using bench = await Bench.open(server.url);
        const options = { with: journey.with };
        const statements = printWhole(journey.before, bench.version);
        const compiled = await compileWhole(bench, statements, options).catch(unlessUnmakeable);
        const printed = bench.engine.creation(compiled).flatMap(({ statements }) => statements);
        expect((await bench.compile(printed, options)).catalogue.root).toBe(compiled.catalogue.root);
      },
    ),
  );
});
