import { expect, test } from 'vitest';
import type { Address } from '../../src/model/address.js';
import type { SchemaObject } from '../../src/model/object.js';
import { standingOn } from '../../src/plan/standing.js';
import { thing, toyDriver, toyKind } from '../support/toy.js';

/** An engine whose relations lie in schemas, and have a kind of their own. */
const driver = toyDriver([
  toyKind('toy/collection', {
    relation: ({ name, spec }: SchemaObject) => ({
      name: `app.${name}`,
      type: 'table',
      columns: [],
      foreignKeys: ((spec as { readonly to?: readonly string[] }).to ?? []).map((table) => ({
        columns: [],
        references: { table, columns: [] },
      })),
      indexes: [],
    }),
  }),
]);

test('what refers to a changed relation stands on it, whatever its kind is and its address', () => {
  const changed = thing('toy/collection:app.users');
  const named = (path: string, name: string, to: readonly string[]) => ({ ...thing(path, { to }), name });
  const users = { ...changed, name: 'users' };
  const kept = [
    named('toy/collection:app.notes', 'notes', ['app.users']),
    named('toy/collection:app.replies', 'replies', ['app.notes']),
    named('toy/collection:app.others', 'others', ['public.users', 'app.gone']),
  ];
  const standing = standingOn(new Set<Address>([users.address]), kept, [users], driver);
  expect(standing.map(({ name }) => name)).toEqual(['notes', 'replies']);
});
