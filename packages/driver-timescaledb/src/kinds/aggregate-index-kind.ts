import {
  type Address,
  address,
  type Found,
  type Impossible,
  type ObjectKind,
  partsOf,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { isNew, qualifiedAt, quoteName, quotePath, shown } from '@sync/dialect-postgres';
import type { AggregateIndexRow } from '../read/queries.js';
import { readTimescale, type Timescale } from '../read/read-timescale.js';
import { goesAlong } from './columnstore-kind.js';
import { lacking } from './edition.js';
import { buildsAggregateIndex } from './hazards.js';

/** An index over what a continuous aggregate has worked out, beside those that the extension makes with it. */
export interface AggregateIndexSpec {
  /** From USING on, as the server prints it. */
  readonly definition: string;
}

type AggregateIndex = SchemaObject<AggregateIndexSpec>;

/** Where the server has what aggregates have worked out, and with it the names of its indexes. */
const storedIn = '_timescaledb_internal';

function indexAt(view: Address, name: string): Address {
  return address('timescaledb/aggregate-index', ...partsOf(view).parts, name);
}

/** Indexes that somebody named on continuous aggregates. The server has none that are unique, and takes them through the aggregate alone. */
export const aggregateIndexKind: ObjectKind<AggregateIndexSpec> = {
  kind: 'timescaledb/aggregate-index',
  title: 'index',
  within: 'view',
  inspect: inspectIndexes,
  compare: () => ({ replace: 'an index cannot be altered' }),
  // What is called in it is written anew by the server where that is renamed.
  follow: (index, rename) => (rename.of === 'object' && index.needs.includes(rename.to) ? 'rewritten' : index),
  essence: ({ spec }) => ({ ...spec }),
  absence: 'slow',
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return (
          lacking(`index ${change.to.name} is on a continuous aggregate`, context) ?? [createStep(change.to, context)]
        );
      case 'drop':
        return goesAlong(change.from, context) ? [] : [dropStep(change.from)];
      case 'rename':
        return renameSteps(change.from, change.to);
      case 'alter':
        return [];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: spec.definition }),
};

function viewOf({ parent }: SchemaObject): string {
  return shown({ address: parent as Address });
}

function createStep(index: AggregateIndex, context: RenderContext): StepDraft {
  const { name, parent, spec } = index;
  return {
    summary: `create index ${name} on continuous aggregate ${viewOf(index)}`,
    sql: [{ text: `CREATE INDEX ${quoteName(name)} ON ${qualifiedAt(parent as Address)} ${spec.definition}` }],
    hazards: isNew(parent, context) || goesAlong(index, context) ? [] : [buildsAggregateIndex(viewOf(index))],
  };
}

function dropStep(index: AggregateIndex): StepDraft {
  return {
    summary: `drop index ${index.name} of continuous aggregate ${viewOf(index)}`,
    sql: [{ text: `DROP INDEX ${quotePath(storedIn, index.name)}` }],
  };
}

function renameSteps(from: AggregateIndex, to: AggregateIndex): readonly StepDraft[] {
  if (from.name === to.name) return [];
  return [
    {
      summary: `rename index ${from.name} of continuous aggregate ${viewOf(to)} to ${to.name}`,
      sql: [{ text: `ALTER INDEX ${quotePath(storedIn, from.name)} RENAME TO ${quoteName(to.name)}` }],
    },
  ];
}

/** Why an aggregate is not made again: the server itself called some of its indexes, so that nothing tells in another database which they are. */
export function losingIndexes(view: SchemaObject, context: RenderContext): Impossible | undefined {
  const { namelessIndexes = [] } = (view.layout ?? {}) as { readonly namelessIndexes?: readonly string[] };
  if (namelessIndexes.length === 0 || !context.goal.has(context.moved(view.address))) return undefined;
  return {
    impossible: `continuous aggregate ${shown(view)} has to be made again, and would lose indexes that nobody named (${namelessIndexes.join('; ')})`,
    hint: `Name each of them (ALTER INDEX ${storedIn}.… RENAME TO …; inspect lists what they are called now), and have it in the desired state under that name; or drop it.`,
  };
}

async function* inspectIndexes(reading: Reading): AsyncGenerator<Found<AggregateIndexSpec>> {
  const known = await readTimescale(reading);
  const [scope] = reading.scopes;
  for (const row of known.aggregateIndexes) {
    const view = known.catalogue.addressOf('pg_class', row.view);
    if (!scope || view === undefined) continue;
    if (row.named) yield { scope, object: indexObject(row, view, known) };
    else {
      const reason = 'nobody named it, and the name that the server gave it is another one in each database';
      yield { scope, unmanaged: { kind: 'index', name: row.name, in: shown({ address: view }), reason } };
    }
  }
}

function indexObject({ name, definition, uses }: AggregateIndexRow, view: Address, known: Timescale): AggregateIndex {
  const needs = uses.flatMap((use) => known.catalogue.addressOf(use.catalogue, use.oid) ?? []);
  return schemaObject<AggregateIndexSpec>({
    kind: 'timescaledb/aggregate-index',
    address: indexAt(view, name),
    name,
    parent: view,
    spec: { definition },
    needs: [...new Set(needs)].filter((need) => need !== view).sort(),
  });
}
