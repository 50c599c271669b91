import fc from 'fast-check';

const seed = process.env.PROPERTY_SEED;
export const isLong = process.env.TEST_LONG === '1';
/** Long runs stop in the middle, too: as many as fit into the time, so that all properties together take two cores less than half an hour. */
const timeLimit = Number(process.env.PROPERTY_SECONDS ?? (isLong ? 150 : 30)) * 1000;

/** For vitest: finding the smallest counterexample takes longer than finding one. */
export const timeout = timeLimit + 30_000;

/** How many runs a property gets, for the number that the short ones are worth. */
export function scaled(runs: number): number {
  const factor = Number(process.env.PROPERTY_FACTOR ?? (isLong ? 50 : 1));
  return Math.max(1, Math.round(runs * factor));
}

/**
 * Checks an asynchronous property. A failure names the seed and the path to the smallest counterexample, and shows it by `describe`:
 * `PROPERTY_SEED=… npx vitest run --project integration properties` finds it again.
 */
export async function check<T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  describe: (value: T) => string,
  holds: (value: T) => Promise<void>,
): Promise<void> {
  const property = fc.asyncProperty(arbitrary, holds);
  const result = await fc.check(property, { numRuns: runs, interruptAfterTimeLimit: timeLimit });
  if (!result.failed) {
    if (isLong) console.log(`${result.numRuns} runs with PROPERTY_SEED=${seed}`);
    return;
  }
  if (result.counterexample === null)
    throw new Error(`only ${result.numRuns} of ${runs} runs in the time there is, with PROPERTY_SEED=${seed}`);
  const [value] = result.counterexample;
  const { errorInstance } = result;
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  throw new Error(
    `PROPERTY_SEED=${seed} (path ${result.counterexamplePath}) after ${result.numShrinks} simplifications:\n${reason}\n\n${describe(value)}`,
    { cause: errorInstance },
  );
}
