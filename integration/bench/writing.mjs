import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import driver from '@sync/driver-sqlite';
import { widened } from './databases.mjs';
import { inTurns, isThere, row, run } from './measure.mjs';
import { schemaOf } from './schema.mjs';
import { directory, engine, tenantOf } from './site.mjs';

/** What proving, compiling and applying take, beside the engine's own client with the same statements. */
export async function benchWriting(report, tables, rounds, original) {
  const goal = widened(original, join(directory, 'goal.db'), Math.ceil(tables / 100));
  const tenant = tenantOf(original);
  const wanted = await engine.compile(`sqlite:${goal}`, { directory });
  const made = await engine.plan(tenant, wanted, { prove: false });
  const schema = script('schema.sql', schemaOf(tables));
  const statements = script(
    'plan.sql',
    made.up.flatMap((batch) =>
      driver.dialect.script(
        batch.steps.flatMap((step) => step.sql),
        batch,
      ),
    ),
  );
  const [ours, theirs, built] = ['ours', 'theirs', 'built'].map((name) => join(directory, `${name}.db`));
  const client = isThere('sqlite3');
  const times = await inTurns(
    rounds,
    {
      plan: () => engine.plan(tenant, wanted, { prove: false }),
      proven: () => engine.plan(tenant, wanted),
      apply: () => engine.apply(tenantOf(ours), made, { allow: 'all' }),
      compile: () => engine.compile(schema, { directory }),
      ...(client && {
        theirs: () => run('sqlite3', ['-bail', theirs, `.read ${statements}`]),
        build: () => run('sqlite3', ['-bail', ':memory:', `.read ${schema}`]),
      }),
    },
    () => {
      for (const file of [ours, theirs, built]) copyFileSync(original, file);
    },
  );
  report.table(`${tables.toLocaleString('en')} tables: proving, applying, compiling`, [
    row('plan of 1% changed, both sides inspected, not proven', times.plan),
    row('the same, proven up and down in scratch', times.proven, times.plan),
    ...(client ? [row('`sqlite3` client: the statements of the plan', times.theirs)] : []),
    row('apply of the plan, base check, journal and verification included', times.apply, times.theirs),
    ...(client ? [row('`sqlite3` client: the statements of the schema, in memory', times.build)] : []),
    row('compiling a file with the schema', times.compile, times.build),
  ]);
  if (!client) report.say('\n`sqlite3` is not on the PATH: applying and compiling are shown without a ratio.');
}

function script(name, texts) {
  const file = join(directory, name);
  writeFileSync(file, texts.map((text) => `${text};\n`).join(''));
  return file;
}
