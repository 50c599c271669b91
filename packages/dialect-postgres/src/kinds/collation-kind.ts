import {
  address,
  type Found,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { rewritesTable } from '../hazards.js';
import { collations } from '../read/parts/collations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { renaming } from './renaming.js';
import type { TableSpec } from './table/spec.js';
import { beforeTables, type TypeUse } from './type/uses.js';

/** A collation. Which version of the operating system's or ICU's rules it was made with is the server's matter. */
export interface CollationSpec {
  /** `PROVIDER = icu`. */
  readonly options: readonly string[];
}

type Collation = SchemaObject<CollationSpec>;

/** Collations. One with other rules takes the place of the old one, and the columns are sorted by it. */
export const collationKind: ObjectKind<CollationSpec> = {
  kind: 'postgres/collation',
  title: 'collation',
  inspect: inspectCollations,
  compare: ({ spec: from }, { spec: to }) => [
    { type: 'change-options', path: ['options'], from: from.options.join(', '), to: to.options.join(', ') },
  ],
  survives: () => true,
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create collation ${shown(change.to)}`, sql: [{ text: printCollation(change.to) }] }];
      case 'drop':
        return [
          {
            summary: `drop collation ${shown(change.from)}`,
            sql: [{ text: `DROP COLLATION ${qualified(change.from)}` }],
          },
        ];
      case 'rename':
        return [renaming({ ...change, title: 'collation' }, context)];
      case 'alter':
        return [remakeCollation(change.from, change.to, context)];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.options.join(', ')})` }),
};

function printCollation(collation: Collation): string {
  return `CREATE COLLATION ${qualified(collation)} (${collation.spec.options.join(', ')})`;
}

function remakeCollation(from: Collation, to: Collation, context: RenderContext): StepDraft {
  const name = qualified(to);
  const aside = `_schema_sync_old_${to.name}`;
  const old = qualifiedAt(address(to.kind, ...partsOf(to.address).parts.slice(0, -1), aside));
  const uses = context.base.dependents(from.address).flatMap((object): readonly TypeUse[] => {
    if (object.kind !== 'table') return [];
    const table = object as SchemaObject<TableSpec>;
    const columns = table.spec.columns.filter(({ collation }) => collation === qualified(from));
    return columns.length > 0 ? [{ table, columns }] : [];
  });
  return {
    summary: `make collation ${shown(to)} anew`,
    sql: [
      { text: `ALTER COLLATION ${name} RENAME TO ${quoteName(aside)}` },
      { text: printCollation(to) },
      ...uses.flatMap(({ table, columns }) =>
        columns.map((column) => ({
          text: `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(column.name)} TYPE ${column.type} COLLATE ${name}`,
        })),
      ),
      { text: `DROP COLLATION ${old}` },
    ],
    hazards: uses.map(({ table }) =>
      rewritesTable(shown(table), `or its indexes, because the collation ${shown(to)} sorts in another way`),
    ),
    before: beforeTables(uses, context),
  };
}

async function* inspectCollations(reading: Reading): AsyncGenerator<Found<CollationSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { namespace, name, options } of catalogue.rows(collations)) {
    const place = catalogue.placeOf(namespace);
    const object = schemaObject<CollationSpec>({
      kind: 'postgres/collation',
      address: address('postgres/collation', ...place.prefix, name),
      name,
      spec: { options },
      needs: schemaNeed(place),
    });
    yield { scope: place.scope, object };
  }
}
