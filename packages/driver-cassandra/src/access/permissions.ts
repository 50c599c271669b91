import type { Server } from '@sync/core';

/** What permissions can be on, within a keyspace. */
export type AccessLevel = 'keyspace' | 'all tables' | 'table' | 'all functions' | 'function';

const ofRows = ['ALTER', 'AUTHORIZE', 'DROP', 'MODIFY', 'SELECT'];
const ofMasks = ['SELECT_MASKED', 'UNMASK'];
const ofFunctions = ['ALTER', 'AUTHORIZE', 'DROP', 'EXECUTE'];

/** https://cassandra.apache.org/doc/latest/cassandra/cql/security.html#cql-permissions */
export const permissionNames: ReadonlySet<string> = new Set([
  ...[...ofRows, ...ofMasks, ...ofFunctions],
  ...['CREATE', 'DESCRIBE'],
]);

/** What ALL comes to, in the order of the letters. */
export function allPermissions(level: AccessLevel, { features }: Pick<Server, 'features'>): readonly string[] {
  const rows = [...ofRows, ...(features.has('column-masks') ? ofMasks : [])];
  switch (level) {
    case 'keyspace':
    case 'all tables':
      return [...rows, 'CREATE'].sort();
    case 'table':
      return rows;
    case 'all functions':
      return [...ofFunctions, 'CREATE'].sort();
    case 'function':
      return ofFunctions;
    default:
      return level satisfies never;
  }
}
