import { describe, expect, test } from 'vitest';
import { privilegesWith } from '../src/grants/privileges.js';
import { type GrantStatement, readGrant } from '../src/grants/read-grant.js';
import { lexisIn } from '../src/sql-mode.js';

const known = privilegesWith({ database: [], table: [] });

describe('accounts in quotes are called what the server reads there', () => {
  test.each([
    [String.raw`'it''s "a" \\ b'@'%'`, [], String.raw`it's "a" \ b`],
    [String.raw`"say ""a"" it's \' '' b"@'%'`, [], `say "a" it's ' '' b`],
    [String.raw`'a\\b\''@'%'`, [], String.raw`a\b'`],
    [String.raw`'a\b'@'%'`, ['NO_BACKSLASH_ESCAPES'], String.raw`a\b`],
    [String.raw`'a\\b'@'%'`, ['NO_BACKSLASH_ESCAPES'], String.raw`a\\b`],
    ['`a\\``b`@`%`', [], 'a\\`b'],
  ])('%s with %j', (account, modes, name) => {
    const read = readGrant(`GRANT SELECT ON t TO ${account}`, lexisIn(/\/\*!\d*/y, modes), known) as GrantStatement;
    expect(read.grantees).toEqual([{ name, host: '%' }]);
  });
});
