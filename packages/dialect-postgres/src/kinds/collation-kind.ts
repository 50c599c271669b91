import {
  type Address,
  address,
  type Delta,
  type Found,
  type Impossible,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { rewritesTable } from '../hazards.js';
import { collations } from '../read/parts/collations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { renaming } from './renaming.js';
import { byANewTable } from './table/partition-key.js';
import type { TableSpec } from './table/spec.js';
import { computedOver } from './type/computed.js';
import { makeWay } from './type/make-way.js';
import { dropAsides, putAside, remakesOver } from './type/remade.js';
import { remakesType } from './type/remakes-type.js';
import { afterTables, beforeTables, heldInUses, isStanding, usesOfType } from './type/uses.js';

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
  entails(change, context) {
    const { base, origin } = context;
    const collation = remakesType(change) ? base.get(origin(change.address)) : undefined;
    return collation
      ? new Map<Address, readonly Delta[]>([...remakesOver(collation, base), ...computedOver(change, context)])
      : new Map();
  },
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
      case 'alter': {
        const step = remakeCollation(change.from, change.to, context);
        return 'impossible' in step ? step : [step];
      }
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.options.join(', ')})` }),
};

function printCollation(collation: Collation): string {
  return `CREATE COLLATION ${qualified(collation)} (${collation.spec.options.join(', ')})`;
}

/** Makes a collation anew beside the old one and sorts the columns by it: the server changes the rules of none. */
function remakeCollation(from: Collation, to: Collation, context: RenderContext): StepDraft | Impossible {
  const name = qualified(to);
  // Where it is renamed, too, the columns are found under the old name.
  const present = context.base.get(context.origin(to.address)) ?? from;
  const uses = usesOfType(present, context.base).filter(isStanding(context));
  const held = heldInUses(to, uses, context) ?? heldByKey(present, to, context);
  if (held) return held;
  const dropped = dropAsides(present, context);
  const way = makeWay(present, context);
  return {
    summary: `make collation ${shown(to)} anew`,
    sql: [
      ...way.going,
      putAside(to),
      { text: printCollation(to) },
      ...uses.flatMap(({ table, columns }) =>
        columns.map((column) => ({
          text: `ALTER TABLE ${qualified(table)} ALTER COLUMN ${quoteName(column.name)} TYPE ${column.type} COLLATE ${name}`,
        })),
      ),
      ...way.back,
      ...dropped.sql,
    ],
    hazards: [
      ...way.hazards,
      ...uses.map(({ table }) =>
        rewritesTable(shown(table), `or its indexes, because the collation ${shown(to)} sorts in another way`),
      ),
    ],
    after: [...dropped.after, ...way.after, ...afterTables(present, context)],
    before: [...beforeTables(uses, context), ...way.before],
  };
}

/** A partition key may name a collation, whatever that of the column is. */
function heldByKey(present: SchemaObject, to: Collation, context: RenderContext): Impossible | undefined {
  const away: Rename = { of: 'object', from: present.address, to: address(to.kind, 'pg_temp', to.name), name: to.name };
  for (const object of context.base.dependents(present.address)) {
    if (object.kind !== 'table') continue;
    const table = object as SchemaObject<TableSpec>;
    const { partitionBy } = table.spec;
    if (partitionBy === undefined || followName(partitionBy, away) === partitionBy) continue;
    if (!isStanding(context)({ table })) continue;
    return {
      impossible: `table ${shown(table)} is partitioned by what is sorted by ${shown(to)}, which has to be made anew`,
      hint: byANewTable,
    };
  }
  return undefined;
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
