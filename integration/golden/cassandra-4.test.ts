import { cassandraCases } from './cassandra-cases.js';

const isLong = process.env.TEST_LONG === '1';

/** SAI and vectors came with 5.0. What 5.0 plays as well is left to long runs, but for what is another code of the server's there. */
cassandraCases(4, {
  folders: isLong
    ? ['tables', 'columns', 'keys', 'properties', 'types', 'indexes', 'views', 'functions', 'keyspace', 'refused']
    : ['keys', 'properties'],
});
