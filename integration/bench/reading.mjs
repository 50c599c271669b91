import { join } from 'node:path';
import { createCatalogue, plan } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { bareReads } from './bare-reads.mjs';
import { crossing } from './crossing.mjs';
import { salted, widened } from './databases.mjs';
import { inTurns, row } from './measure.mjs';
import { compare, directory, read } from './site.mjs';

const options = { driver, reading: { exclude: [], with: [], claimed: [] } };

/** What reading, comparing and planning take, beside the bare reads that any tool needs. */
export async function benchReading(report, tables, rounds, original) {
  const changed = Math.ceil(tables / 100);
  const [left, right, wider] = ['x', 'y', 'z'].map((name) => join(directory, `${name}.db`));
  let again;
  let first;
  let made;
  const { send } = await crossing();
  const times = await inTurns(
    rounds,
    {
      bare: () => bareReads(left),
      inspect: async () => {
        first = await read(left);
      },
      again: async () => {
        again = await read(right);
      },
      root: () => createCatalogue([...again.catalogue].map((object) => ({ ...object }))).root,
      bareOther: () => bareReads(right),
    },
    // Texts that this process has never read before: what is remembered helps only with the second side.
    (round) => {
      salted(original, left, 'salt-0', `first-${round}`);
      salted(original, right, 'salt-0', `first-${round}`);
    },
  );
  const whole = await inTurns(
    rounds,
    {
      bare: () => [bareReads(left), bareReads(right)],
      equal: () => compare(left, right, 0),
      changed: async () => {
        made = await compare(right, wider, changed);
      },
      plan: () => plan(made.difference, { ...options, server: made.server }),
      crossing: () => send([...first.catalogue]),
    },
    (round) => {
      salted(original, left, 'salt-0', `whole-${round}`);
      salted(original, right, 'salt-0', `whole-${round}`);
      widened(right, wider, changed);
    },
  );
  await send(null);
  report.table(`${tables.toLocaleString('en')} tables: reading, comparing, planning`, [
    row('bare reads: `sqlite_schema` and the set-based pragmas', times.bare),
    row('inspect, definitions never read before', times.inspect, times.bare),
    row('inspect, definitions read before (the next tenant)', times.again, times.bareOther),
    row('root hash of objects never hashed before', times.root, times.bare),
    row('bare reads of two databases', whole.bare),
    row('diff of equals, both sides inspected, never read before', whole.equal, whole.bare),
    row('diff with 1% changed, both sides inspected', whole.changed, whole.bare),
    row('plan of 1% changed, up and down', whole.plan, whole.bare),
    row('sending a catalogue to a child process and back', whole.crossing, times.bare),
  ]);
}
