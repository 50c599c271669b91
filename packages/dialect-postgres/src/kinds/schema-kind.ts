import { address, type Found, type ObjectKind, type Reading, schemaObject } from '@sync/core';
import { breaksClients } from '../hazards.js';
import { carried } from '../read/parts/carried.js';
import { relations } from '../read/parts/relations.js';
import { uncovered, whyUncovered } from '../read/parts/uncovered.js';
import { readCatalogue } from '../read/read-catalogue.js';
import type { ServerCatalogue } from '../read/server-catalogue.js';
import { quoteName } from '../text/names.js';

/** A schema has no properties of its own. */
export type SchemaSpec = Readonly<Record<string, never>>;

/** Schemas other than the one that a scope takes for granted. */
export const schemaKind: ObjectKind<SchemaSpec> = {
  kind: 'schema',
  isPlace: true,
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
            hazards: [breaksClients('schema', change.from.name, change.to.name)],
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
  yield* inspectUncovered(reading, catalogue);
}

/** What no kind covers is reported with the schemas, which are read first. */
function* inspectUncovered({ scopes }: Reading, catalogue: ServerCatalogue): Generator<Found<SchemaSpec>> {
  const whole = scopes.find(({ path }) => path.length === 0);
  for (const row of catalogue.rows(uncovered)) {
    const { scope, prefix } = row.namespace === 0 ? { scope: whole, prefix: [] } : catalogue.placeOf(row.namespace);
    if (!scope) continue;
    yield { scope, unmanaged: { kind: row.kind, name: [...prefix, row.name].join('.'), reason: whyUncovered(row) } };
  }
  for (const { namespace, name, kind } of catalogue.rows(carried)) {
    const { scope, prefix } = catalogue.placeOf(namespace);
    yield { scope, unmanaged: { kind, name: [...prefix, name].join('.'), reason: 'not covered yet' } };
  }
  for (const { namespace, name, kind, obstacle } of catalogue.rows(relations)) {
    if (obstacle === null) continue;
    const { scope, prefix } = catalogue.placeOf(namespace);
    yield {
      scope,
      unmanaged: {
        kind: kind === 'f' ? 'foreign table' : 'table',
        name: [...prefix, name].join('.'),
        reason: obstacle,
      },
    };
  }
}
