import type { ServerCatalogue } from './read-catalogue.js';
import type { Nameable } from './unqualified.js';

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

/** The kinds of the relations that a view or a default can name, by name. */
export function namedThings(catalogue: ServerCatalogue): ReadonlyMap<string, string> {
  let names = known.get(catalogue);
  if (!names) {
    names = new Map(
      catalogue.rows('tables').flatMap(({ name, type }) => {
        const kind = kindOfType[type];
        return kind === undefined ? [] : [[name, kind] as const];
      }),
    );
    known.set(catalogue, names);
  }
  return names;
}

const functions = new WeakMap<ServerCatalogue, ReadonlyMap<string, string>>();

/** The names of functions as they were made, by any spelling of them in small letters. */
export function namedFunctions(catalogue: ServerCatalogue): ReadonlyMap<string, string> {
  let names = functions.get(catalogue);
  if (!names) {
    names = new Map(catalogue.where('routines', 'type', 'FUNCTION').map(({ name }) => [name.toLowerCase(), name]));
    functions.set(catalogue, names);
  }
  return names;
}

/** What a text of this database can name. */
export function nameableIn(catalogue: ServerCatalogue): Nameable {
  const relations = namedThings(catalogue);
  const calls = namedFunctions(catalogue);
  return {
    isRelation: (name) => relations.has(name),
    isFunction: (name) => calls.has(name.toLowerCase()),
  };
}
