import { expect, test } from 'vitest';
import { mysqlDialect, mysqlFlavour, requireHomeUnsaid } from '../src/index.js';

const { lexis } = mysqlDialect(mysqlFlavour);

function refusedIn(text: string, folds = false): string | undefined {
  try {
    requireHomeUnsaid(text, { name: 'shop', folds }, lexis);
    return undefined;
  } catch (error) {
    return (error as Error).message.split(' ')[0];
  }
}

test.each([
  ['CREATE VIEW v AS SELECT 1 FROM shop.t', 'shop.t'],
  ['CREATE VIEW v AS SELECT 1 FROM `shop` . `t`', '`shop`.`t`'],
  ['CREATE VIEW v AS SELECT 1 FROM a JOIN shop.t ON a.id = t.id', 'shop.t'],
  ['CREATE VIEW v AS SELECT 1 FROM a, shop.t', 'shop.t'],
  ['CREATE VIEW v AS SELECT 1 FROM a, (b), shop.t WHERE 1', 'shop.t'],
  ['CREATE VIEW v AS SELECT 1 FROM (shop.t JOIN a)', 'shop.t'],
  ['CREATE VIEW v AS SELECT shop.t.id FROM t', 'shop.t'],
  ['CREATE TABLE c (id int, FOREIGN KEY (id) REFERENCES shop.p (id))', 'shop.p'],
  ['CREATE VIEW v AS SELECT 1 FROM other.t', undefined],
  ['CREATE VIEW v AS SELECT shop.id, shop.n FROM shop', undefined],
  ['CREATE VIEW v AS SELECT shop.id FROM a AS shop WHERE shop.id = 1', undefined],
  ['CREATE VIEW v AS SELECT 1 FROM a JOIN shop ON shop.id = a.id', undefined],
  ['CREATE VIEW v AS SELECT 1 FROM a AS shop ORDER BY a.id, shop.id', undefined],
  ['CREATE VIEW v AS SELECT EXTRACT(YEAR FROM shop.day) FROM shop', undefined],
  ["CREATE VIEW v AS SELECT 'FROM shop.t'", undefined],
  ['CREATE VIEW v AS SELECT other.shop.t FROM other.shop', undefined],
  ['CREATE VIEW v AS SELECT 1 FROM SHOP.t', undefined],
  ['CREATE PROCEDURE p() SELECT 1 FROM shop.t', undefined],
])('%s', (text, expected) => {
  expect(refusedIn(text)).toBe(expected);
});

test('a server that takes names in other letters for one finds its own in any', () => {
  expect(refusedIn('CREATE VIEW v AS SELECT 1 FROM SHOP.t', true)).toBe('SHOP.t');
});
