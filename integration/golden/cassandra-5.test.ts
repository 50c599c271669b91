import { cassandraCases } from './cassandra-cases.js';

const isLong = process.env.TEST_LONG === '1';

/** Some cases of each kind, and each way to refuse: a statement that changes a schema takes its time there. Long runs play all of them. */
const some = {
  tables: [
    ...['create-clustered', 'create-with-all-types', 'create-with-static', 'drop-with-dependents', 'names-in-quotes'],
    ...['of-another-keyspace', 'qualified-as-described', 'rename-is-impossible'],
  ],
  columns: [
    ...['add-several', 'change-type', 'comes-back', 'comes-back-otherwise', 'drop-counter', 'drop-under-a-view'],
    'rename-regular',
  ],
  keys: ['change', 'rename-under-a-view'],
  properties: ['created-with', 'several', 'spelt-otherwise', 'time-to-live'],
  types: ['add-field', 'create-nested', 'drop', 'drop-field', 'rename-field'],
  indexes: ['change-target', 'create-each'],
  sai: ['create', 'vectors'],
  views: ['change-property', 'change-where', 'create'],
  functions: ['change-aggregate', 'overloads', 'replace-body'],
  keyspace: ['replication'],
  refused: ['roles'],
  documents: ['every-field', 'types-and-indexes'],
};

cassandraCases(5, { folders: Object.keys(some), ...(!isLong && { only: some }) });
