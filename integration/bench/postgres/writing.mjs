import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import driver from '@sync/driver-postgres';
import { inTurns, row } from '../measure.mjs';
import { engine, tenantOf } from './site.mjs';

/** What compiling, comparing with SQL and applying take, beside psql with the same statements. */
export async function benchWriting(report, tables, rounds, { folder, left, wider, sql, tools, databases }) {
  const connection = (url) => ({ url, directory: '/' });
  const goal = await engine.compile(wider, { directory: '/', connection });
  const made = await engine.plan(tenantOf(left), goal, { prove: false });
  const statements = join(folder, 'plan.sql');
  const texts = made.up.flatMap((batch) =>
    driver.dialect.script(
      batch.steps.flatMap((step) => step.sql),
      batch,
    ),
  );
  writeFileSync(statements, texts.map((text) => `${text};\n`).join(''));
  let ours;
  let theirs;
  let built;
  const times = await inTurns(
    rounds,
    {
      build: () => tools.file(built, sql),
      against: () => engine.diff(tenantOf(left), sql, { directory: '/' }),
      plan: () => engine.plan(tenantOf(left), goal, { prove: false }),
      theirs: () => tools.file(theirs, statements),
      apply: () => engine.apply(tenantOf(ours), made, { allow: 'all' }),
    },
    async () => {
      [ours, theirs] = [
        await databases.create('bench_ours', 'bench_left'),
        await databases.create('bench_theirs', 'bench_left'),
      ];
      built = await databases.create('bench_built');
    },
  );
  report.table(`PostgreSQL, ${tables.toLocaleString('en')} tables: compiling, applying`, [
    row('`psql -f` of the schema into an empty database', times.build),
    row('diff against SQL: built in scratch, both inspected', times.against, times.build),
    row('plan of 1% changed, live', times.plan),
    row('`psql -f` of the plan', times.theirs),
    row('apply of the plan, base check, journal and verification included', times.apply, times.theirs),
  ]);
}
