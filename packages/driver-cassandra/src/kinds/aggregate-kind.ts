import { address, type Found, type ObjectKind, type Reading, type SchemaObject, schemaObject } from '@sync/core';
import { dropsFunction } from '../hazards.js';
import { quoteName } from '../names.js';
import { readSystem, scopeOf } from '../read/read.js';
import { typesIn } from '../types.js';
import { bareOf, signatureOf, unfrozen } from './routine.js';

/** What makes an aggregate what it is. */
export interface AggregateSpec {
  readonly args: readonly string[];
  readonly step: string;
  readonly state: string;
  readonly final?: string;
  /** As CQL has it. */
  readonly initial?: string;
}

interface AggregateRow {
  readonly aggregate_name: string;
  readonly argument_types: readonly string[] | null;
  readonly state_func: string;
  readonly state_type: string;
  readonly final_func: string | null;
  readonly initcond: string | null;
}

/** Aggregates over functions of the keyspace. */
export const aggregateKind: ObjectKind<AggregateSpec> = {
  kind: 'aggregate',
  namespace: 'function',
  bareName: ({ name }) => bareOf(name),
  inspect: inspectAggregates,
  compare: () => ({ replace: 'an aggregate is made anew from its functions' }),
  render(change) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create aggregate ${change.to.name}`, sql: [{ text: printAggregate(change.to) }] }];
      case 'drop':
        return [
          {
            summary: `drop aggregate ${change.from.name}`,
            sql: [{ text: `DROP AGGREGATE ${calledAs(change.from)}` }],
            hazards: [dropsFunction('aggregate', change.from.name)],
          },
        ];
      case 'rename':
      case 'alter':
        return {
          impossible: `Cassandra cannot ${change.verb} an aggregate: ${change.from.name}`,
          hint: 'Declare both, deploy the code that calls the new one, and take the old one out.',
        };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: clausesOf(spec).join(' ') }),
};

function clausesOf({ step, state, final, initial }: AggregateSpec): readonly string[] {
  return [
    `SFUNC ${quoteName(step)}`,
    `STYPE ${unfrozen(state)}`,
    ...(final === undefined ? [] : [`FINALFUNC ${quoteName(final)}`]),
    ...(initial === undefined ? [] : [`INITCOND ${initial}`]),
  ];
}

function printAggregate(object: SchemaObject<AggregateSpec>): string {
  return `CREATE AGGREGATE ${calledAs(object)}\n  ${clausesOf(object.spec).join('\n  ')}`;
}

function calledAs({ name, spec }: SchemaObject<AggregateSpec>): string {
  return signatureOf(quoteName(bareOf(name)), spec.args.map(unfrozen));
}

async function* inspectAggregates(reading: Reading): AsyncGenerator<Found<AggregateSpec>> {
  const scope = scopeOf(reading);
  for (const row of await readSystem<AggregateRow>(reading, 'aggregates')) {
    const args = row.argument_types ?? [];
    const name = signatureOf(row.aggregate_name, args);
    const { state_func: step, state_type: state, final_func: final, initcond: initial } = row;
    yield {
      scope,
      object: schemaObject({
        kind: 'aggregate',
        address: address('aggregate', name),
        name,
        spec: { args, step, state, ...(final !== null && { final }), ...(initial !== null && { initial }) },
        needs: [
          address('function', signatureOf(step, [state, ...args])),
          ...(final === null ? [] : [address('function', signatureOf(final, [state]))]),
          ...typesIn([...args, state]),
        ],
      }),
    };
  }
}
