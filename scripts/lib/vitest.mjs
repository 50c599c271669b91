import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson, root, run } from './run.mjs';

/** Runs the tests under the given Node, but for files that are named, and resolves to the counts. */
export async function runVitest({ node = process.execPath, env = {}, cwd = root, exclude = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-report-'));
  const report = join(folder, 'report.json');
  const vitest = join(cwd, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const code = await run(node, args, { env: { ...env, SYNC_TEST_LEAVE_OUT: exclude.join(' ') }, cwd });
    return counts(code, existsSync(report) ? readJson(report) : undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function counts(code, report) {
  const {
    numPassedTests: passed = 0,
    numFailedTests: failed = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = report ?? {};
  // A file that does not load, an unhandled error, a crash or an empty run fails without any failed test.
  const broken = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: broken ? 1 : failed, skipped: numPendingTests + numTodoTests, failures: failuresOf(report) };
}

/** The failed tests by name, and the files that did not load, each with the first line of what was wrong. */
function failuresOf({ testResults = [] } = {}) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [`${name}: ${firstLine(message)}`];
    return tests.map(({ fullName, failureMessages }) => `${name} > ${fullName}: ${firstLine(failureMessages[0])}`);
  });
}

const firstLine = (text = '') => text.split('\n', 1)[0];
