import type { ContractOptions, ContractSchemas } from '@sync/testkit';

/** Two versions of a schema of buckets and aliases. */
const schemas: ContractSchemas = {
  first: [
    'CREATE BUCKET sessions TTL 60',
    'CREATE BUCKET people',
    'CREATE ALIAS users FOR people',
    'CREATE ALIAS logins FOR sessions',
  ],
  reordered: [
    'CREATE BUCKET people',
    'CREATE ALIAS users FOR people',
    'CREATE BUCKET sessions TTL 60',
    'CREATE ALIAS logins FOR sessions',
  ],
  second: [
    'CREATE BUCKET sessions TTL 90',
    'CREATE BUCKET accounts',
    'CREATE ALIAS users FOR accounts',
    'CREATE BUCKET "two words"',
  ],
  renames: ['people=accounts'],
  insert: "PUT sessions 'key' 'value'",
  select: "GET sessions 'key'",
  refused: 'DROP BUCKET "not there"',
  seed: { table: 'people', key: ['key'], rows: [{ key: 'ada', value: 'Ada' }] },
};

let databases = 0;

/** What every run of the suite over toy databases is given beside its driver. */
export const surroundings: Omit<ContractOptions, 'driver'> = {
  target: () => ({ url: `toy:contract-${++databases}` }),
  schemas,
  badTargets: { missing: () => ({ url: 'toy:nowhere', settings: { create: false } }) },
};
