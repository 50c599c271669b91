import {
  type Catalogue,
  createEngine,
  type Difference,
  type Driver,
  diff,
  type Engine,
  type Inspection,
  inspect,
} from '@sync/core';

/** What an engine came to, and what it saw on the way, in that order. */
export interface Watched<T> {
  readonly result: T;
  readonly readings: readonly Inspection[];
  readonly comparisons: readonly { readonly base: Catalogue; readonly difference: Difference }[];
}

/** Has an engine do something and looks at what it reads meanwhile, so that nothing is read once more to be looked at. */
export async function watch<T>(driver: Driver, work: (engine: Engine) => Promise<T>): Promise<Watched<T>> {
  const readings: Inspection[] = [];
  const comparisons: Watched<T>['comparisons'][number][] = [];
  const engine = createEngine({
    driver,
    inspector: async (connection, of, options) => {
      const inspection = await inspect(connection, of, options);
      readings.push(inspection);
      return inspection;
    },
    differ: (base, goal, options) => {
      const difference = diff(base, goal, options);
      comparisons.push({ base, difference });
      return difference;
    },
  });
  return { result: await work(engine), readings, comparisons };
}
