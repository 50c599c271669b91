import {
  address,
  type Delta,
  type Found,
  type ObjectKind,
  partsOf,
  type Reading,
  type Rename,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { aggregates } from '../read/parts/aggregates.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { followName } from '../text/follow-name.js';
import { shown } from '../text/qualified.js';
import { renaming } from './renaming.js';
import { routinePath } from './routine/print.js';
import { bareName, nameBy } from './routine/spec.js';
import { remakesType } from './type/remakes-type.js';

/** An aggregate function. */
export interface AggregateSpec {
  /** As the server prints them; `*` for none. */
  readonly arguments: string;
  /** The same without what does not tell aggregates apart. */
  readonly identity: string;
  readonly inputs: readonly string[];
  readonly returns: string;
  /** `SFUNC = app.step`. */
  readonly options: readonly string[];
}

type Aggregate = SchemaObject<AggregateSpec>;

/** Aggregate functions: replaced in place as long as they take and give the same. */
export const aggregateKind: ObjectKind<AggregateSpec> = {
  kind: 'postgres/aggregate',
  title: 'aggregate',
  namespace: 'routine',
  bareName,
  inspect: inspectAggregates,
  compare(from, to) {
    const [old, next] = [from.spec, to.spec];
    const isHypothetical = ({ options }: AggregateSpec) => options.includes('HYPOTHETICAL');
    if (
      old.arguments !== next.arguments ||
      old.returns !== next.returns ||
      isHypothetical(old) !== isHypothetical(next)
    ) {
      return { replace: 'an aggregate takes and gives what it did when it was created' };
    }
    const delta: Delta = {
      type: 'change-options',
      path: ['options'],
      from: old.options.join(', '),
      to: next.options.join(', '),
    };
    return [delta];
  },
  follow: followInAggregate,
  survives: (_, change) => change.verb !== 'replace' && !remakesType(change),
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create aggregate ${shown(change.to)}`, sql: [{ text: printAggregate(change.to, '') }] }];
      case 'drop':
        return [
          {
            summary: `drop aggregate ${shown(change.from)}`,
            sql: [{ text: `DROP AGGREGATE ${signatureOf(change.from)}` }],
          },
        ];
      case 'rename':
        return [
          renaming({ ...change, title: 'aggregate', called: (each) => `AGGREGATE ${signatureOf(each)}` }, context),
        ];
      case 'alter':
        return [
          {
            summary: `replace aggregate ${shown(change.to)}`,
            sql: [{ text: printAggregate(change.to, 'OR REPLACE ') }],
          },
        ];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.arguments}) → ${spec.returns} ${spec.options.join(', ')}` }),
};

function printAggregate(aggregate: Aggregate, or: string): string {
  const { arguments: list, options } = aggregate.spec;
  return `CREATE ${or}AGGREGATE ${routinePath(aggregate)}(${list}) (\n  ${options.join(',\n  ')}\n)`;
}

function signatureOf(aggregate: Aggregate): string {
  return `${routinePath(aggregate)}(${aggregate.spec.identity})`;
}

/** The server writes new names of types and functions into what is made of them. */
function followInAggregate(aggregate: Aggregate, rename: Rename): Aggregate {
  if (rename.of !== 'object' || !aggregate.needs.includes(rename.to)) return aggregate;
  const follow = (text: string) => followName(text, rename);
  const { spec } = aggregate;
  const inputs = spec.inputs.map(follow);
  const name = nameBy(aggregate, inputs);
  return schemaObject({
    ...aggregate,
    address: address(aggregate.kind, ...partsOf(aggregate.address).parts.slice(0, -1), name),
    name,
    spec: {
      arguments: follow(spec.arguments),
      identity: follow(spec.identity),
      inputs,
      returns: follow(spec.returns),
      options: spec.options.map(follow),
    },
  });
}

async function* inspectAggregates(reading: Reading): AsyncGenerator<Found<AggregateSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name: bare, inputs, options, returns, identity, arguments: list } of catalogue.rows(
    aggregates,
  )) {
    const place = catalogue.placeOf(namespace);
    const name = `${bare}(${inputs.join(', ')})`;
    const object = schemaObject<AggregateSpec>({
      kind: 'postgres/aggregate',
      address: address('postgres/aggregate', ...place.prefix, name),
      name,
      spec: { arguments: list, identity, inputs, returns, options },
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_proc', oid)])].sort(),
    });
    yield { scope: place.scope, object };
  }
}
