import fc from 'fast-check';
import type { Whole, World } from './world.js';

/** A schema, what it becomes and how it gets there. */
export interface Journey {
  readonly before: Whole;
  readonly after: Whole;
  readonly online: boolean;
  readonly with: readonly string[];
  /** After how many steps somebody stops it. */
  readonly stop: number | null;
}

/** How many of a hundred schemas have a feature, and what is asked for besides what is usual. */
interface Odds {
  readonly density: number;
  readonly with: readonly string[];
}

const there = (has: Readonly<Record<string, number | null>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(has).flatMap(([key, form]) => (form === null ? [] : [[key, form]])));

/** A schema that has each feature with a chance of so many percent, and what a few edits and renames make of it. */
export function journeys(world: World, { density, with: more }: Odds): fc.Arbitrary<Journey> {
  const keys = Object.keys(world.features);
  const formOf = (key: string) => fc.nat((world.features[key]?.forms.length ?? 1) - 1);
  const perhaps = (key: string) =>
    fc.oneof({ arbitrary: fc.constant(null), weight: 100 - density }, { arbitrary: formOf(key), weight: density });
  const edit = fc
    .constantFrom(...keys)
    .chain((key) => fc.option(formOf(key), { freq: 2 }).map((form) => [key, form] as const));
  return fc
    .record({
      has: fc.record(Object.fromEntries(keys.map((key) => [key, perhaps(key)]))),
      edits: fc.array(edit, { minLength: 1, maxLength: 5 }),
      renamed: fc.oneof(
        fc.constant<readonly string[]>([]),
        fc.subarray([...world.renameable], { minLength: 1, maxLength: Math.min(3, world.renameable.length) }),
      ),
      online: fc.boolean(),
      with: fc.constantFrom<readonly string[]>([], more),
      stop: fc.option(fc.nat(11), { freq: 1 }),
    })
    .map(({ has, edits, renamed, ...how }) => ({
      ...how,
      before: { has: there(has), renamed: [] },
      after: { has: there({ ...has, ...Object.fromEntries(edits) }), renamed },
    }));
}

export const scriptOf = (statements: readonly string[]): string =>
  statements.map((statement) => `${statement};\n`).join('');

/** Shows a journey as somebody would try it again. */
export function describeJourney(world: World, version: number): (journey: Journey) => string {
  return ({ before, after, ...how }) => {
    const renames = world.hintsBetween(before, after, version).map(({ from, to }) => ({ from, to }));
    const [from, to] = [before, after].map((whole) => scriptOf(world.print(whole, version)));
    const rows = scriptOf(world.printRows(before, version));
    return `${from}\n${rows}\n-- becomes\n\n${to}\n${JSON.stringify({ ...how, renames })}`;
  };
}
