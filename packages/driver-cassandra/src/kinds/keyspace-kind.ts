import { address, type Delta, equalJson, type Found, type ObjectKind, type Reading, schemaObject } from '@sync/core';
import { ownKeyspace } from '../dialect.js';
import { movesReplicas } from '../hazards.js';
import { quoteName } from '../names.js';
import { writeMap } from '../print.js';
import { keyspaceQuery } from '../read/keyspace-query.js';
import { leftAlone, scopeOf } from '../read/read.js';

/** How the rows of a keyspace are kept. */
export interface KeyspaceSpec {
  readonly replication: Readonly<Record<string, string>>;
  readonly durableWrites: boolean;
}

const name = 'keyspace';

/** The keyspace itself, which is there before any plan and after it: it is altered, and neither made nor dropped. */
export const keyspaceKind: ObjectKind<KeyspaceSpec> = {
  kind: 'cassandra/keyspace',
  title: 'keyspace',
  inspect: inspectKeyspace,
  compare(from, to) {
    const deltas: Delta[] = [];
    const [before, after] = [from.spec, to.spec];
    if (!equalJson(before.replication, after.replication))
      deltas.push({
        type: 'change-replication',
        path: ['replication'],
        from: writeMap(before.replication),
        to: writeMap(after.replication),
      });
    if (before.durableWrites !== after.durableWrites)
      deltas.push({
        type: 'change-durable-writes',
        path: ['durableWrites'],
        from: before.durableWrites,
        to: after.durableWrites,
      });
    return deltas;
  },
  render(change) {
    switch (change.verb) {
      case 'create':
        return [alter(change.to.spec, [])];
      case 'alter': {
        const moves = change.deltas.some(({ type }) => type === 'change-replication');
        return [alter(change.to.spec, moves ? [movesReplicas()] : [])];
      }
      case 'drop':
      case 'rename':
        return {
          impossible: 'a plan neither drops nor renames the keyspace that it runs in',
          hint: 'Say in the desired state how it is kept, with CREATE KEYSPACE, or leave --with keyspace out.',
        };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: clausesOf(spec) }),
};

function alter(spec: KeyspaceSpec, hazards: readonly ReturnType<typeof movesReplicas>[]) {
  return {
    summary: 'change how the keyspace is kept',
    sql: [{ text: `ALTER KEYSPACE ${quoteName(ownKeyspace)} WITH ${clausesOf(spec)}` }],
    hazards,
  };
}

function clausesOf({ replication, durableWrites }: KeyspaceSpec): string {
  return `replication = ${writeMap(replication)} AND durable_writes = ${String(durableWrites)}`;
}

async function* inspectKeyspace(reading: Reading): AsyncGenerator<Found<KeyspaceSpec>> {
  const scope = scopeOf(reading);
  const rows = await reading.session.query<{
    readonly replication: Readonly<Record<string, string>>;
    readonly durable_writes: boolean;
  }>(keyspaceQuery);
  for (const { replication, durable_writes: durableWrites } of rows) {
    if (!reading.with.has(name)) {
      if (reading.desired)
        yield leftAlone(
          scope,
          'keyspace',
          name,
          'how a keyspace is kept is compared where --with keyspace asks for it',
        );
      continue;
    }
    yield {
      scope,
      object: schemaObject({
        kind: 'cassandra/keyspace',
        address: address('cassandra/keyspace', name),
        name,
        spec: { replication, durableWrites },
      }),
    };
  }
}
