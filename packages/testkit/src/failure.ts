import { exitCodes, isSyncError, type SyncError } from '@sync/core';
import { expect } from 'vitest';

/** The SyncError that some work ends in. Anything else, success included, fails the test. */
export async function failureOf(work: () => unknown): Promise<SyncError> {
  let result: unknown;
  try {
    result = await work();
  } catch (error) {
    if (!isSyncError(error)) {
      expect.fail(
        `a SyncError was expected, and this was thrown: ${error instanceof Error ? error.stack : String(error)}`,
      );
    }
    expect(Object.values<number>(exitCodes), `the exit code of ${error.code}`).toContain(error.exitCode);
    return error;
  }
  return expect.fail(`an error was expected, and the work succeeded: ${String(result)}`);
}

/** Everything that an error could show to a person or write to a log. */
export function wordsOf(error: SyncError): string {
  const causes: string[] = [];
  for (let cause: unknown = error.cause; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  return [error.message, error.hint, JSON.stringify(error), ...causes].join('\n');
}
