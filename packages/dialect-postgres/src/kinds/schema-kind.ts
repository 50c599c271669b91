import { address, type Found, type ObjectKind, type Reading, schemaObject } from '@sync/core';
import { relations } from '../read/parts/relations.js';
import { uncovered } from '../read/parts/uncovered.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { quoteName } from '../text/names.js';

/** A schema has no properties of its own. */
export type SchemaSpec = Readonly<Record<string, never>>;

/** Schemas other than the one that a scope takes for granted. */
export const schemaKind: ObjectKind<SchemaSpec> = {
  kind: 'schema',
  inspect: inspectSchemas,
  compare: () => ({ replace: 'two schemas differ in nothing but their names' }),
  render(change) {
    switch (change.verb) {
      case 'create':
        return [
          { summary: `create schema ${change.to.name}`, sql: [{ text: `CREATE SCHEMA ${quoteName(change.to.name)}` }] },
        ];
      case 'drop':
        return [
          {
            summary: `drop schema ${change.from.name}`,
            // Without CASCADE: what is left in it is somebody else's.
            sql: [{ text: `DROP SCHEMA ${quoteName(change.from.name)}` }],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename schema ${change.from.name} to ${change.to.name}`,
            sql: [{ text: `ALTER SCHEMA ${quoteName(change.from.name)} RENAME TO ${quoteName(change.to.name)}` }],
          },
        ];
      case 'alter':
        return { impossible: 'a schema has nothing to alter' };
      default:
        return change satisfies never;
    }
  },
};

async function* inspectSchemas(reading: Reading): AsyncGenerator<Found<SchemaSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { scope, schema, prefix } of catalogue.places) {
    if (prefix.length === 0) continue;
    yield {
      scope,
      object: schemaObject({ kind: 'schema', address: address('schema', schema), name: schema, spec: {} }),
    };
  }
  // What no kind covers is reported with the schemas, which are read first.
  const obstructed = catalogue.rows(relations).filter(({ obstacle }) => obstacle !== null);
  const tables = obstructed.map(({ namespace, name }) => ({ namespace, kind: 'table', name }));
  for (const { namespace, kind, name } of [...catalogue.rows(uncovered), ...tables]) {
    const { scope, prefix } = catalogue.placeOf(namespace);
    yield { scope, unmanaged: { kind, name: [...prefix, name].join('.'), reason: 'not covered yet' } };
  }
}
