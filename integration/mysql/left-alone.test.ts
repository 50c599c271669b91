import { describe, expect, test } from 'vitest';
import { openPlace, type Place } from './place.js';
import { runIn } from './run-in.js';
import { family } from './servers.js';

const start = 'CREATE TABLE kept (id int PRIMARY KEY, n int, m int); INSERT INTO kept VALUES (1, 2, 3);';
const goal = 'CREATE TABLE kept (id int PRIMARY KEY, n bigint, m int);';
const part = 'it is not covered yet: the table keeps it where it is altered, and one that is made anew is without it';

async function partsOf({ engine, tenant }: Place) {
  const { unmanaged } = await engine.inspect(tenant);
  return unmanaged.filter(({ kind }) => kind === 'part');
}

describe.each(family)('$name', ({ scheme, driver, url }) => {
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

  ofMariadb('packages are left alone', async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal: start });
    await place.query(`SET sql_mode = ORACLE; CREATE PACKAGE tools AS FUNCTION one RETURN INT; END`);
    const { unmanaged } = await place.engine.inspect(place.tenant);
    expect(unmanaged).toEqual([{ kind: 'package', name: 'tools', reason: 'PACKAGE is not covered yet' }]);
    expect((await place.sync({ dryRun: true })).inSync).toBe(true);
  });
});
