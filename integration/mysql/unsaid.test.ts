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
const document = (name: string, columns: string) => `apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: { name: ${name} }
spec:
  name: ${name}
  schema:
    mysql:
      primaryKey: [id]
      columns:
        - { name: id, type: bigint }
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
});
