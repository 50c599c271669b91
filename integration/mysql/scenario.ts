/** What a user has, wants and gets. */
export interface Scenario {
  readonly name: string;
  /** What is there: statements that are executed in an empty database. */
  readonly before?: string;
  /** The desired state, by the names of its files. */
  readonly goal: Readonly<Record<string, string>>;
  /** Whether seed rows are written, too. */
  readonly seeds?: true;
  /** It is wanted as it is: there is nothing to do. Where this is not said there is. */
  readonly inSync?: true;
  /** A query and its rows as lists, at the goal. */
  readonly rows?: readonly [string, readonly (readonly unknown[])[]];
}

function document(kind: string, name: string, section: string, more: string): string {
  const lines = section
    .trim()
    .split('\n')
    .map((line) => `      ${line}`);
  return `apiVersion: schemas.schemahero.io/v1alpha4
kind: ${kind}
metadata:
  name: ${name.toLowerCase()}
spec:
  database: app
  name: ${name}
  schema:
    mysql:
${lines.join('\n')}
${more}`;
}

/** A table's document: its section, and whatever follows. */
export function table(name: string, section: string, more = ''): string {
  return document('Table', name, section, more);
}

/** A view's document. */
export function view(name: string, section: string): string {
  return document('View', name, section, '');
}

export const users = 'CREATE TABLE users (id int PRIMARY KEY, mail varchar(50));';
export const id = '- { name: id, type: int }';

/** The document of `users`, with another column and more. */
export function usersWith(column = '', more = ''): string {
  return table(
    'users',
    `primaryKey: [id]\ncolumns:\n  ${id}\n  - { name: mail, type: varchar(50) }\n  ${column}`,
    more,
  );
}
