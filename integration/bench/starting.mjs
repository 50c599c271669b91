import { join, resolve } from 'node:path';
import { inTurns, row, run } from './measure.mjs';

const bin = join(resolve(import.meta.dirname, '../..'), 'packages/core/dist/bin.js');

/** What starting takes, beside a Node that does nothing. */
export async function benchStart(report) {
  const start =
    (...args) =>
    () =>
      run(process.execPath, args);
  const times = await inTurns(15, {
    node: start('-e', '0'),
    version: start(bin, '--version'),
    help: start(bin, '--help'),
  });
  report.table('Start-up', [
    row('`node -e 0`', times.node),
    row('`schema-sync --version`', times.version, times.node),
    row('`schema-sync --help`', times.help, times.node),
  ]);
}
