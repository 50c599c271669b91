import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { administerMysql } from '../servers/fresh-mysql-database.js';
import { openPlace, tenantAs } from './place.js';
import { family } from './servers.js';

const start = `
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE t (id bigint PRIMARY KEY, name varchar(20), code varchar(5) CHARACTER SET ascii, p bigint, CONSTRAINT k FOREIGN KEY (p) REFERENCES p (id));
`;
const document = (name: string, columns: string, more = '') => `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: { name: ${name} }
spec:
  name: ${name}
  schema:
    mysql:
      primaryKey: [id]
${more}      columns:
        - { name: id, type: bigint${more && ', attributes: { autoIncrement: true }'} }
${columns}`;

describe.each(family)('$name: documents and an account that only reads', ({ url, scheme, driver }) => {
  const live = url === '' ? test.skip : test;
  live('what a document does not say is as it is there', { timeout: 60_000 }, async () => {
    await using place = await openPlace({ url, scheme, driver, start, goal: '' });
    const user = `reads_${randomBytes(6).toString('hex')}`;
    const database = `\`${new URL(place.tenant.target.url).pathname.slice(1)}\``;
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, REFERENCES ON ${database}.* TO '${user}'@'%'`,
    );
    try {
      const directory = dirname(place.goal);
      const file = join(directory, 'goal.yaml');
      const columns = (code: string) => `        - { name: name, type: varchar(20) }
        - { name: code, type: varchar(5)${code} }
        - { name: p, type: bigint }
      foreignKeys:
        - { columns: [p], references: { table: p, columns: [id] }, name: k }
`;
      const diff = async (code: string) => {
        await writeFile(file, `${document('p', '')}---\n${document('t', columns(code))}`);
        const { changes } = await place.engine.diff(tenantAs(place, user, scheme), file);
        return changes.flatMap((change): readonly unknown[] => ('deltas' in change ? change.deltas : [change.verb]));
      };
      expect(await diff('')).toEqual([]);
      expect(await diff(', charset: ascii')).toEqual([]);
      expect(await diff(', comment: mine')).toMatchObject([{ type: 'change-comment' }]);
      expect(await diff(', charset: latin1')).toMatchObject([
        { type: 'change-collation', to: null },
        { type: 'change-character-set', from: 'ascii', to: 'latin1' },
      ]);
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });

  live('from where a table counts is no option that its document compares by', { timeout: 60_000 }, async () => {
    const counts = 'CREATE TABLE c (id bigint AUTO_INCREMENT PRIMARY KEY)';
    await using place = await openPlace({ url, scheme, driver, start: counts, goal: '' });
    const user = `reads_${randomBytes(6).toString('hex')}`;
    const database = `\`${new URL(place.tenant.target.url).pathname.slice(1)}\``;
    await administerMysql(
      url,
      `CREATE USER '${user}'@'%' IDENTIFIED BY 'secret'`,
      `GRANT SELECT, INSERT, ALTER ON ${database}.* TO '${user}'@'%'`,
    );
    try {
      const file = join(dirname(place.goal), 'goal.yaml');
      await writeFile(file, document('c', '', '      options: { AUTO_INCREMENT: 1000 }\n'));
      const plan = async (parts: readonly string[], tenant = tenantAs(place, user, scheme)) => {
        const { up } = await place.engine.plan(tenant, file, { with: parts, prove: false });
        return up.flatMap(({ steps }) => steps.map(({ summary }) => summary));
      };
      expect(await plan([])).toEqual([]);
      expect(await plan(['counters'])).toEqual(['alter table c: count on from 1000']);
      expect(await plan(['counters'], place.tenant)).toEqual(['alter table c: count on from 1000']);
      await place.query('INSERT INTO c VALUES (5000)');
      expect(await plan(['counters'])).toEqual([]);
      await writeFile(file, document('c', '', '      options: { auto_increment: soon }\n'));
      await expect(plan([])).rejects.toMatchObject({
        code: 'SOURCE_INVALID',
        message: expect.stringContaining('soon is no number from which a table may count'),
      });
    } finally {
      await administerMysql(url, `DROP USER '${user}'@'%'`);
    }
  });
});
