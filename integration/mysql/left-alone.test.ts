import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, type Place, tenantAs } from './place.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const start = 'CREATE TABLE kept (id int PRIMARY KEY, n int, m int); INSERT INTO kept VALUES (1, 2, 3);';
const goal = 'CREATE TABLE kept (id int PRIMARY KEY, n bigint, m int);';
const part = 'it is not covered yet: the table keeps it where it is altered, and one that is made anew is without it';

async function partsOf({ engine, tenant }: Place) {
  const { unmanaged } = await engine.inspect(tenant);
  return unmanaged.filter(({ kind }) => kind === 'part');
}

/** What lets an account see the routines of others. */
const rights: Readonly<Record<string, string>> = {
  'mysql-9': 'SHOW_ROUTINE',
  'mariadb-10': 'SELECT ON mysql.proc',
  'mariadb-11': 'SHOW CREATE ROUTINE',
};

describe.each(family)('$name', ({ name, scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  const ofMysql = scheme === 'mysql' ? live : test.skip;
  const ofMariadb = scheme === 'mariadb' ? live : test.skip;

  live('tables whose rows lie elsewhere are left alone', async () => {
    await using place = await openPlace({
      url,
      scheme,
      driver,
      start,
      goal: 'CREATE TABLE one (a int) ENGINE=MyISAM;',
    });
    const merged = 'CREATE TABLE one (a int) ENGINE=MyISAM; CREATE TABLE both_ (a int) ENGINE=MERGE UNION=(one);';
    await place.query(`DROP TABLE kept; ${merged}`);
    const { unmanaged } = await place.engine.inspect(place.tenant);
    expect(unmanaged).toMatchObject([
      { kind: 'table', name: 'both_', reason: expect.stringMatching(/rows elsewhere/) },
    ]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    await place.desire(merged);
    await expect(place.sync({ dryRun: true })).rejects.toThrow(/goal\.sql:1.*has its rows elsewhere/s);
    await place.desire('CREATE TABLE one (a int) ENGINE=MyISAM; CREATE TABLE both_ (a int);');
    await expect(place.sync({ dryRun: true })).rejects.toThrow(
      /table both_ is there and cannot be compared: tables of/,
    );
    expect((await place.sync({ dryRun: true, exclude: ['both_'] })).inSync).toBe(true);
  });

  ofMysql('libraries are left alone, and refused where they are wanted', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const library = 'CREATE LIBRARY shared LANGUAGE JAVASCRIPT AS $$ export function f() { return 1 } $$;';
    await place.query(library);
    const { unmanaged } = await place.engine.inspect(place.tenant);
    expect(unmanaged).toMatchObject([
      { kind: 'library', name: 'shared', reason: expect.stringMatching(/not covered/) },
    ]);
    await place.desire(`${goal} ${library}`);
    await expect(place.sync({ dryRun: true })).rejects.toThrow(/goal\.sql:1.*a library of a language other than SQL/s);
    await place.query('DROP LIBRARY shared');
  });

  live('what the account cannot read is not taken for what is missing', async () => {
    const routines =
      'CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC RETURN n * 2; CREATE PROCEDURE p() SELECT 1;';
    await using place = await openPlace({ url, scheme, driver, start: routines, goal: routines });
    const user = `reads_${randomBytes(6).toString('hex')}`;
    const database = new URL(place.tenant.target.url).pathname.slice(1);
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, EXECUTE ON \`${database}\`.* TO '${user}'@'%'`,
    );
    try {
      const tenant = tenantAs(place, user, scheme);
      const goal = await place.engine.compile(place.goal, { near: place.tenant });
      const sync = (exclude: readonly string[]) => place.engine.sync(tenant, goal, { dryRun: true, exclude });
      const refused = await sync([]).catch((error) => error);
      const takes = rights[name] ?? '';
      expect(refused).toMatchObject({ code: 'PLAN_IMPOSSIBLE', hint: expect.stringContaining('--exclude twice,p') });
      expect(refused.message).toBe(
        ['function twice', 'procedure p']
          .map(
            (what) =>
              `${what} is there and cannot be compared: the server does not show its definition to this role: it takes ${takes}`,
          )
          .join('\n  '),
      );
      expect((await sync(['twice', 'p'])).inSync).toBe(true);
      const grant = takes.startsWith('SELECT')
        ? takes
        : `${takes} ON ${scheme === 'mysql' ? '*' : `\`${database}\``}.*`;
      await administerMysql(url, `GRANT ${grant} TO '${user}'@'%'`);
      expect((await sync([])).inSync).toBe(true);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  live('routines that the account is not shown are not taken for missing', async () => {
    const routines = 'CREATE PROCEDURE p() SELECT 1; CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 1;';
    const packages = `
      SET sql_mode = ORACLE;
      DELIMITER //
      CREATE PACKAGE k AS PROCEDURE q; END //
      CREATE PACKAGE BODY k AS PROCEDURE q AS BEGIN NULL; END; END //`;
    const all = scheme === 'mysql' ? routines : routines + packages;
    const names = ['function f', 'procedure p', ...(scheme === 'mysql' ? [] : ['package k', 'package body k'])];
    await using place = await openPlace({ url, scheme, driver, start: routines, goal: all });
    await place.sync();
    const user = `looks_${randomBytes(6).toString('hex')}`;
    const database = `\`${new URL(place.tenant.target.url).pathname.slice(1)}\``;
    const account = `'${user}'@'%'`;
    const grant = (what: string) => administerMysql(url, `GRANT ${what} TO ${account}`);
    await administerMysql(url, `CREATE USER ${account} IDENTIFIED BY 'secret'`);
    await grant(`SELECT, EVENT, TRIGGER ON ${database}.*`);
    if (scheme === 'mysql') await grant('SELECT ON mysql.*');
    try {
      const tenant = tenantAs(place, user, scheme);
      const goal = await place.engine.compile(place.goal, { near: place.tenant });
      const sync = () => place.engine.sync(tenant, goal, { dryRun: true, prove: false });
      const told = (what: string) =>
        `${what} may be there unseen: the server shows none of them to this role, be there any: it takes EXECUTE`;
      const refused = await sync().catch((error) => error);
      expect(refused).toMatchObject({ code: 'PLAN_IMPOSSIBLE', hint: expect.stringContaining('--exclude') });
      expect(refused.message.split('\n  ').sort()).toEqual(names.map(told).sort());
      // One that it may run it is shown, and no other.
      await grant(`EXECUTE ON PROCEDURE ${database}.p`);
      const again = await sync().catch((error) => error.message);
      expect(again).toContain(told('function f'));
      expect(again).toContain('procedure p is there and cannot be compared');
      // Whoever may see all of them everywhere misses none.
      await grant(scheme === 'mysql' ? 'SHOW_ROUTINE ON *.*' : 'SELECT ON mysql.*');
      expect((await sync()).inSync).toBe(true);
      const { unmanaged } = await place.engine.inspect(tenant);
      expect(unmanaged.filter((each) => each.name === '*')).toEqual([]);
    } finally {
      await administerMysql(url, `DROP USER ${account}`);
    }
  });

  live('triggers and events that the account is not shown are not taken for missing', async () => {
    const table = (name: string) => `CREATE TABLE ${name} (id int PRIMARY KEY);`;
    const trigger = (on: string) => `CREATE TRIGGER g_${on} BEFORE INSERT ON ${on} FOR EACH ROW SET NEW.id = 1;`;
    const event = "CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DISABLE DO SELECT 1;";
    const all = `${table('t')} ${table('u')} ${trigger('t')} ${trigger('u')} ${event}`;
    await using place = await openPlace({ url, scheme, driver, start: all, goal: all });
    const [user, role] = ['looks', 'shows'].map((what) => `${what}_${randomBytes(6).toString('hex')}`);
    const database = `\`${new URL(place.tenant.target.url).pathname.slice(1)}\``;
    const administer = (...statements: readonly string[]) => administerMysql(url, ...statements);
    await administer(
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `CREATE ROLE ${role}`,
      `GRANT SELECT, SHOW VIEW ON ${database}.* TO '${user}'@'%'`,
      `GRANT TRIGGER ON ${database}.t TO '${user}'@'%'`,
      `GRANT ${role} TO '${user}'@'%'`,
    );
    try {
      const tenant = tenantAs(place, user ?? '', scheme);
      const compiled = (text: string) =>
        place.desire(text).then(() => place.engine.compile(place.goal, { near: place.tenant }));
      const goal = await compiled(all);
      const sync = async (wanted = goal) => place.engine.sync(tenant, wanted, { dryRun: true, prove: false });
      const reason = (right: string) => `the server shows none of them to this role, be there any: it takes ${right}`;
      const refused = await sync().catch((error) => error);
      expect(refused).toMatchObject({ code: 'PLAN_IMPOSSIBLE', hint: expect.stringContaining('--exclude e,g_u') });
      expect(refused.message).toBe(
        [
          `event e may be there unseen: ${reason('EVENT')}`,
          `trigger g_u may be there unseen: ${reason('TRIGGER')}`,
        ].join('\n  '),
      );
      const { unmanaged } = await place.engine.inspect(tenant);
      expect(unmanaged.filter(({ reason: why }) => why !== reason('EXECUTE'))).toEqual([
        { kind: 'trigger', name: '*', reason: reason('TRIGGER') },
        { kind: 'event', name: '*', reason: reason('EVENT') },
      ]);
      // On a table that is still to come there is nothing unseen.
      const more = await compiled(`${table('t')} ${table('u')} ${table('w')} ${trigger('t')} ${trigger('w')}`);
      expect((await sync(more)).plan?.changes.map(({ address }) => address)).toEqual(['table:w', 'trigger:g_w']);
      await administer(`GRANT TRIGGER ON ${database}.u TO '${user}'@'%'`);
      expect(await sync().catch((error) => error.message)).toBe(`event e may be there unseen: ${reason('EVENT')}`);
      // What a role may do counts once it is at work.
      await administer(
        `REVOKE TRIGGER ON ${database}.u FROM '${user}'@'%'`,
        `GRANT TRIGGER, EVENT, EXECUTE ON ${database}.* TO ${role}`,
      );
      expect(await sync().catch((error) => error.message)).toBe(refused.message);
      await administer(`SET DEFAULT ROLE ${role} ${scheme === 'mysql' ? 'TO' : 'FOR'} '${user}'@'%'`);
      expect((await sync()).inSync).toBe(true);
      expect((await place.engine.inspect(tenant)).unmanaged).toEqual([]);
      const pattern = database.replaceAll('_', '\\_');
      await administer(`REVOKE ALL ON ${database}.* FROM '${user}'@'%'`, `DROP ROLE ${role}`, `CREATE ROLE ${role}`);
      await administer(`GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON ${pattern}.* TO '${user}'@'%'`);
      expect((await place.engine.inspect(tenant)).unmanaged).toEqual([]);
    } finally {
      await administer(`DROP USER '${user}'@'%'`, `DROP ROLE ${role}`);
    }
  });

  live('an account that only looks sees all that there is', async () => {
    const all = `CREATE TABLE t (id int PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t; CREATE PROCEDURE p() SELECT 1;
      CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1; CREATE EVENT e ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO SELECT 1;`;
    await using place = await openPlace({ url, scheme, driver, start: all, goal: all });
    const user = `looks_${randomBytes(6).toString('hex')}`;
    const database = `\`${new URL(place.tenant.target.url).pathname.slice(1)}\``;
    const right = rights[name] ?? '';
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON ${database}.* TO '${user}'@'%'`,
      `GRANT ${right}${right.includes(' ON ') ? '' : ` ON ${scheme === 'mysql' ? '*' : database}.*`} TO '${user}'@'%'`,
    );
    try {
      const { catalogue } = await place.engine.inspect(tenantAs(place, user, scheme));
      expect(catalogue.root).toBe((await place.engine.inspect(place.tenant)).catalogue.root);
      expect([...catalogue]).toHaveLength(5);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  ofMysql('what MySQL keeps with a table stays when it is altered, or is told, and is named', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    await place.query(
      'ANALYZE TABLE kept UPDATE HISTOGRAM ON n, m WITH 4 BUCKETS; ALTER TABLE kept SECONDARY_ENGINE=rapid',
    );
    const { unmanaged } = await place.engine.inspect(place.tenant);
    expect(unmanaged).toEqual([
      { kind: 'part', name: 'SECONDARY_ENGINE="rapid"', in: 'kept', reason: part },
      { kind: 'part', name: 'SECONDARY_LOAD="0"', in: 'kept', reason: part },
      { kind: 'part', name: 'the histogram of column m', in: 'kept', reason: part },
      { kind: 'part', name: 'the histogram of column n', in: 'kept', reason: part },
    ]);
    await place.query('ALTER TABLE kept SECONDARY_ENGINE=NULL');
    const { plan, report } = await place.sync();
    expect(report?.outcome).toBe('done');
    const hints = plan?.up.flatMap(({ steps }) => steps.flatMap(({ hazards = [] }) => hazards.map(({ hint }) => hint)));
    expect(hints?.join(' ')).toContain('Make it again: ANALYZE TABLE kept UPDATE HISTOGRAM ON n');
    expect(hints?.join(' ')).toContain('a copy would be without the histogram of column m, the histogram of column n');
    const after = await place.engine.inspect(place.tenant);
    expect(after.unmanaged.filter(({ kind }) => kind === 'part')).toHaveLength(1);
  });

  ofMysql(
    'what files a table of MySQL shares, how they grow and where they lie, stays when it is altered, and is named',
    async () => {
      const space = `shared_${Date.now()}`;
      await using place = await openPlace({ url, scheme, driver, start, goal });
      const made = `
      CREATE TABLE shared (a int) TABLESPACE ${space};
      CREATE TABLE \`gröws t\` (a int) AUTOEXTEND_SIZE=4M COMMENT='TABLESPACE x';
      CREATE TABLE parted (a int) PARTITION BY HASH (a) PARTITIONS 2;
      CREATE TABLE plain (a int) TABLESPACE innodb_file_per_table;`;
      await place.query(`CREATE TABLESPACE ${space} ADD DATAFILE '${space}.ibd'; ${made}`);
      try {
        const told = [
          { kind: 'part', name: 'AUTOEXTEND_SIZE=4194304', in: 'gröws t', reason: part },
          { kind: 'part', name: `TABLESPACE ${space}`, in: 'shared', reason: part },
        ];
        expect(await partsOf(place)).toEqual(told);
        await place.desire(
          goal + made.replaceAll(/TABLESPACE shared_\d+|AUTOEXTEND_SIZE=4M/g, '').replaceAll('a int', 'a bigint'),
        );
        const { plan } = await place.sync();
        const hints = plan?.up.flatMap(({ steps }) =>
          steps.flatMap(({ hazards = [] }) => hazards.map(({ hint }) => hint)),
        );
        expect(hints?.join(' ')).toContain(`a copy would be without TABLESPACE ${space}`);
        expect((await place.sync({ dryRun: true })).inSync).toBe(true);
        expect(await partsOf(place)).toEqual(told);
      } finally {
        await place.query(`DROP TABLE shared; DROP TABLESPACE ${space}`);
      }
    },
  );

  ofMariadb('where the files of partitions lie, and what no engine knows of a table, is named', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal });
    const [row] = await place.query('SELECT @@tmpdir AS folder');
    const made = `
      CREATE TABLE far (a int) PARTITION BY HASH (a) (PARTITION p0 DATA DIRECTORY='${String(row?.folder)}', PARTITION p1);
      CREATE TABLE isam (a int) ENGINE=MyISAM INDEX DIRECTORY='${String(row?.folder)}';
      CREATE TABLE odd (a int) PAGE_COMPRESSED=1 whose='x y';`;
    await place.query(`SET sql_mode = 'IGNORE_BAD_TABLE_OPTIONS'; ${made}`);
    const told = await partsOf(place);
    expect(told).toMatchObject([
      { kind: 'part', name: expect.stringMatching(/^DATA DIRECTORY='\/.*' of partition p0$/), in: 'far' },
      { kind: 'part', name: expect.stringMatching(/^INDEX DIRECTORY=/), in: 'isam' },
      { kind: 'part', name: "`whose`='x y'", in: 'odd' },
    ]);
    const plain = made.replaceAll(/(?:DATA|INDEX) DIRECTORY='[^']*'|whose='x y'/g, '').replaceAll('a int', 'a bigint');
    await place.desire(goal + plain);
    await place.sync();
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
    expect(await partsOf(place)).toEqual(told);
  });

  ofMariadb('where the files of a table lie stays when it is altered, and is named', async () => {
    await using place = await openPlace({
      url,
      scheme,
      driver,
      start,
      goal: `${goal} CREATE TABLE far (a int, b bigint);`,
    });
    const [row] = await place.query('SELECT @@tmpdir AS folder');
    await runIn(place.tenant.target.url, `CREATE TABLE far (a int, b int) DATA DIRECTORY='${String(row?.folder)}'`);
    const { unmanaged } = await place.engine.inspect(place.tenant);
    expect(unmanaged).toMatchObject([{ kind: 'part', name: expect.stringMatching(/^DATA DIRECTORY=/), in: 'far' }]);
    expect((await place.sync()).report?.outcome).toBe('done');
    const after = await place.engine.inspect(place.tenant);
    expect(after.unmanaged.filter(({ kind }) => kind === 'part')).toHaveLength(1);
  });
});
