import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, hazardsOf, type Session, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { freshDatabase, servers } from './servers.js';

/** Changes of a type, in both directions; the way back of some needs values that nobody has. */
const changes: readonly (readonly [string, string])[] = [
  ['varchar(5)', 'varchar(9)'],
  ['varchar(5)', 'varchar'],
  ['varchar(5)', 'text'],
  ['char(3)', 'char(5)'],
  ['char(3)', 'text'],
  ['bit varying(3)', 'bit varying(5)'],
  ['bit(3)', 'bit varying(3)'],
  ['numeric(5,2)', 'numeric(7,2)'],
  ['numeric(5,2)', 'numeric(7,3)'],
  ['numeric(5,2)', 'numeric'],
  ['timestamp(3)', 'timestamp(6)'],
  ['timestamp(3)', 'timestamp'],
  ['timestamp', 'timestamp(6)'],
  ['timestamptz(2)', 'timestamptz(4)'],
  ['time(3)', 'time(5)'],
  ['interval(2)', 'interval(4)'],
  ['interval day to second(3)', 'interval'],
  ['timetz(0)', 'timetz(6)'],
  ['cidr', 'inet'],
  ['xml', 'text'],
  ['int', 'bigint'],
  ['int', 'numeric'],
  ['real', 'double precision'],
  ['json', 'jsonb'],
  ['uuid', 'text'],
  ['date', 'timestamp'],
  ['int[]', 'bigint[]'],
  ['varchar(3)[]', 'varchar[]'],
  ['varchar(3)[]', 'varchar(5)[]'],
  ['numeric(5,2)[]', 'numeric[]'],
  ['macaddr', 'macaddr8'],
];

const script = (types: readonly string[]) => types.map((type, i) => `CREATE TABLE t${i} (a ${type});`).join('\n');

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test.each([
    ['there', changes],
    ['back', changes.map(([from, to]) => [to, from] as const)],
  ])('a table is written again where a hazard says so, and nowhere else: %s', async (_, pairs) => {
    await using target = await freshDatabase(server.url);
    const directory = await mkdtemp(join(tmpdir(), 'rewrites-'));
    try {
      const [before, after] = [join(directory, 'before.sql'), join(directory, 'after.sql')];
      await writeFile(before, script(pairs.map(([from]) => from)));
      await writeFile(after, script(pairs.map(([, to]) => to)));
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const engine = createEngine({ driver });
      await engine.sync(tenant, before, { allow: 'all' });
      await using connection = await driver.connect(driver.options({ url: target.url, directory }), { access: 'read' });
      const first = await filesOf(connection);
      const plan = await engine.plan(tenant, after);
      await engine.apply(tenant, plan, { allow: 'all' });
      const second = await filesOf(connection);
      const said = hazardsOf(plan.up).filter(({ code }) => code === 'rewrites-table');
      const describeAll = (isRewritten: (table: string) => boolean) =>
        pairs.map(([from, to], i) => `${from} → ${to}: ${isRewritten(`t${i}`) ? 'rewritten' : 'left'}`);
      expect(
        describeAll((table) => said.some(({ message }) => message.startsWith(`writes table ${table} again`))),
      ).toEqual(describeAll((table) => first.get(table) !== second.get(table)));
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

async function filesOf(session: Session): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query<{ name: string; file: string }>({
    text: "SELECT relname::text AS name, relfilenode::text AS file FROM pg_class WHERE relkind = 'r' AND relname ~ '^t[0-9]+$'",
  });
  return new Map(rows.map(({ name, file }) => [name, file]));
}
