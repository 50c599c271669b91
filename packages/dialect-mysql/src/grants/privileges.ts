/** What a privilege is on. */
export type GrantLevel = 'database' | 'table' | 'function' | 'procedure' | 'package' | 'package body';

/** A privilege, of the whole thing or of a column of it. */
export interface Privilege {
  readonly privilege: string;
  readonly column?: string;
}

const ofRows = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'REFERENCES', 'INDEX', 'ALTER'];
const ofTables = [...ofRows, 'CREATE VIEW', 'SHOW VIEW', 'TRIGGER'];
const ofDatabases = [
  ...[...ofTables, 'CREATE TEMPORARY TABLES', 'LOCK TABLES', 'EXECUTE', 'CREATE ROUTINE', 'ALTER ROUTINE', 'EVENT'],
];
const ofRoutines = ['EXECUTE', 'ALTER ROUTINE'];

/** Privileges that a column can have by itself. */
export const ofColumns: ReadonlySet<string> = new Set(['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']);

/** What there is to be granted at each level; `ALL` stands for all of it. */
export type Privileges = { readonly [level in GrantLevel]: readonly string[] };

/** Those of a server that knows these beside what all of the family know. https://dev.mysql.com/doc/refman/9.7/en/grant.html */
export function privilegesWith(more: {
  readonly database: readonly string[];
  readonly table: readonly string[];
}): Privileges {
  return {
    database: [...ofDatabases, ...more.database],
    table: [...ofTables, ...more.table],
    function: ofRoutines,
    procedure: ofRoutines,
    package: ofRoutines,
    'package body': ofRoutines,
  };
}
