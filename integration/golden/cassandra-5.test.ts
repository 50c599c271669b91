import { cassandraCases } from './cassandra-cases.js';

cassandraCases(5, {
  folders: [
    ...['tables', 'columns', 'keys', 'properties', 'types', 'indexes', 'sai', 'views', 'functions', 'keyspace'],
    'refused',
    'documents',
  ],
});
