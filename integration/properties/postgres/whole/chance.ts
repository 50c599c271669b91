import fc from 'fast-check';
import { names } from './names.js';
import { features, type Whole } from './whole.js';

/** A schema, what it becomes and how it gets there. */
export interface Journey {
  readonly before: Whole;
  readonly after: Whole;
  readonly online: boolean;
  readonly with: readonly string[];
  /** After how many steps somebody stops it. */
  readonly stop: number | null;
}

const formOf = (key: string): fc.Arbitrary<number> => fc.nat((features[key]?.forms.length ?? 1) - 1);

function wholes(density: number): fc.Arbitrary<Readonly<Record<string, number | null>>> {
  return fc.record(
    Object.fromEntries(
      Object.keys(features).map((key) => [
        key,
        fc.oneof({ arbitrary: fc.constant(null), weight: 100 - density }, { arbitrary: formOf(key), weight: density }),
      ]),
    ),
  );
}

const edits = fc.array(
  fc
    .constantFrom(...Object.keys(features))
    .chain((key) => fc.option(formOf(key), { freq: 2 }).map((form) => [key, form] as const)),
  { minLength: 1, maxLength: 5 },
);

const renames = fc.oneof(
  fc.constant<readonly string[]>([]),
  fc.subarray(Object.keys(names), { minLength: 1, maxLength: 3 }),
);

const there = (has: Readonly<Record<string, number | null>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(has).flatMap(([key, form]) => (form === null ? [] : [[key, form]])));

/** A schema that has each feature with a chance of so many percent, and what a few edits and renames make of it. */
export function journeys(density: number): fc.Arbitrary<Journey> {
  return fc
    .record({
      has: wholes(density),
      edits,
      renamed: renames,
      online: fc.boolean(),
      with: fc.constantFrom<readonly string[]>([], ['grants', 'owners', 'extensions', 'database']),
      stop: fc.option(fc.nat(11), { freq: 1 }),
    })
    .map(({ has, edits: changes, renamed, ...how }) => ({
      ...how,
      before: { has: there(has), renamed: [] },
      after: { has: there({ ...has, ...Object.fromEntries(changes) }), renamed },
    }));
}
