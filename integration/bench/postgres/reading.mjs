import { createCatalogue, plan } from '@sync/core';
import driver from '@sync/driver-postgres';
import { inTurns, row } from '../measure.mjs';
import { benchPeers } from '../peers.mjs';
import { compare, read } from './site.mjs';

const options = { driver, reading: { exclude: [], with: [], claimed: [] } };

/** What reading, comparing and planning take, beside the bare queries that any tool needs, and beside other tools. */
export async function benchReading(report, tables, rounds, { left, right, wider, queries, sql, tools, peers }) {
  const changed = Math.ceil(tables / 100);
  let found;
  let made;
  const times = await inTurns(rounds, {
    bare: () => tools.file(left, queries),
    inspect: async () => {
      found = await read(left);
    },
    dump: () => tools.dump(left),
    root: () => createCatalogue([...found.catalogue].map((object) => ({ ...object }))).root,
    bareOther: () => tools.file(right, queries),
    equal: () => compare(left, right, 0),
    changed: async () => {
      made = await compare(left, wider, changed);
    },
    plan: () => plan(made.difference, { ...options, server: made.server }),
  });
  const bareBoth = times.bare.map((ms, round) => ms + times.bareOther[round]);
  report.table(`PostgreSQL, ${tables.toLocaleString('en')} tables: reading, comparing, planning`, [
    row('bare catalogue queries through psql', times.bare),
    row('inspect', times.inspect, times.bare),
    row('`pg_dump -s`', times.dump, times.bare),
    row('root hash of objects never hashed before', times.root, times.bare),
    row('bare catalogue queries of two databases', bareBoth),
    row('diff of equals, both sides inspected', times.equal, bareBoth),
    row('diff with 1% changed, both sides inspected', times.changed, bareBoth),
    row('plan of 1% changed, up and down', times.plan, bareBoth),
  ]);
  const title = `PostgreSQL, ${tables.toLocaleString('en')} tables`;
  await benchPeers(report, title, peers, { left, right, sql }, () => compare(left, right, 0));
}
