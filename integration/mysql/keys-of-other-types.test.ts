import { describe, expect, test } from 'vitest';
import { openPlace } from './place.js';
import { family } from './servers.js';

/** Two tables, of which the second has a foreign key to the first, on lines of their own. */
const tables = (from: string, to: string) => `
CREATE TABLE a (id ${to} PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY, a ${from}, CONSTRAINT f FOREIGN KEY (a) REFERENCES a (id));
`;

const apart: readonly (readonly [what: string, goal: string, line: number])[] = [
  ['size', tables('int', 'bigint'), 3],
  ['sign', tables('int', 'int unsigned'), 3],
  ['character set', tables('varchar(10) CHARACTER SET utf8mb4', 'varchar(10) CHARACTER SET latin1'), 3],
  ['collation', tables('varchar(9) COLLATE utf8mb4_bin', 'varchar(10) COLLATE utf8mb4_general_ci'), 3],
  [
    'size, said later',
    'CREATE TABLE a (id bigint PRIMARY KEY);\nCREATE TABLE b (a int);\nALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES a (id);',
    3,
  ],
];

describe.each(family)('$name', ({ scheme, driver, url }) => {
  const live = url === '' ? test.skip : test;
  live.each(apart)(
    'a foreign key between columns of another %s is refused where it is written',
    async (_, goal, line) => {
      await using place = await openPlace({ url, scheme, driver, start: 'SELECT 1', goal });
      await expect(place.sync({ dryRun: true })).rejects.toMatchObject({
        code: 'SOURCE_INVALID',
        message: expect.stringContaining(`goal.sql:${line}: `),
        hint: expect.stringMatching(
          /one type: whole numbers of one size and sign, texts of one character set and collation/,
        ),
      });
    },
  );
});
