import type { ServerCatalogue } from './read-catalogue.js';

const kindOfType: Readonly<Record<string, string>> = {
  'BASE TABLE': 'table',
  'SYSTEM VERSIONED': 'table',
  VIEW: 'view',
  SEQUENCE: 'sequence',
};
/** What a package is an object of. */
export const packageKindName = 'mariadb/package';
/** What the body of one is an object of. */
export const packageBodyKind = 'mariadb/package-body';

/** What of a package is an object of which kind, by its type. */
export const kindOfRoutine: Readonly<Record<string, string>> = {
  PACKAGE: packageKindName,
  'PACKAGE BODY': packageBodyKind,
};

const known = new WeakMap<ServerCatalogue, ReadonlyMap<string, string>>();

/** The kinds of what a view or a default can name, by name. */
export function namedThings(catalogue: ServerCatalogue): ReadonlyMap<string, string> {
  let names = known.get(catalogue);
  if (!names) {
    names = new Map([
      ...catalogue
        .rows('routines')
        .flatMap(({ name, type }) => (type === 'FUNCTION' ? [[name, 'function'] as const] : [])),
      ...catalogue.rows('tables').flatMap(({ name, type }) => {
        const kind = kindOfType[type];
        return kind === undefined ? [] : [[name, kind] as const];
      }),
    ]);
    known.set(catalogue, names);
  }
  return names;
}
