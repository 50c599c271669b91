import type { Connection, Driver, ObjectKind, Statement } from '@sync/core';
import { createToyDriver } from '../../src/driver.js';
import { createWorld } from '../../src/world.js';

/** A driver with one defect, and a test of the suite that must find it. */
export interface Mutant {
  readonly driver: Driver;
  /** The end of the test's name. */
  readonly foundBy: string;
}

const sound = (): Driver => createToyDriver() as Driver;

/** Every kind of a driver, changed. */
function withKinds(change: (kind: ObjectKind) => ObjectKind): Driver {
  const driver = sound();
  return { ...driver, kinds: driver.kinds.map(change) };
}

/** Every connection of a driver, changed. */
function withConnections(change: (connection: Connection) => Partial<Connection>): Driver {
  const driver = sound();
  return {
    ...driver,
    connect: async (options, request) => {
      const connection = await driver.connect(options, request);
      return new Proxy(connection, {
        get(target, name) {
          const changed = change(connection) as Readonly<Record<PropertyKey, unknown>>;
          const value: unknown = name in changed ? changed[name] : Reflect.get(target, name);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}

const free = { lost: new AbortController().signal, [Symbol.asyncDispose]: async () => undefined };

/** The defects that drivers are found with. */
export const mutants: Readonly<Record<string, Mutant>> = {
  'quotes without doubling': {
    driver: { ...sound(), dialect: { ...sound().dialect, quote: (name) => `"${name}"` } },
    foundBy: '"double\\"quote"',
  },
  'literals that can be broken out of': {
    driver: { ...sound(), dialect: { ...sound().dialect, literal: (value) => `'${String(value)}'` } },
    foundBy: '"it\'s; DROP TABLE users; --"',
  },
  'a script that leaves a statement out': {
    driver: {
      ...sound(),
      dialect: {
        ...sound().dialect,
        script: (statements: readonly Statement[]) => statements.slice(1).map(({ text }) => text),
      },
    },
    foundBy: 'of whole statements in their order, atomic: false',
  },
  'a label with the password in it': {
    driver: {
      ...sound(),
      options: ({ url }) => ({ name: url, create: true }),
      label: (options) => (options as { name: string }).name,
    },
    foundBy: 'of toy://host:1/database?password=s3cr3t-0f-a-test',
  },
  'an inspection that is never the same': {
    driver: withKinds((kind) => ({
      ...kind,
      async *inspect(reading) {
        for await (const found of kind.inspect(reading)) {
          if ('unmanaged' in found) yield found;
          else
            yield {
              ...found,
              object: Object.freeze({ ...found.object, spec: { ...Object(found.object.spec), at: Math.random() } }),
            };
        }
      },
    })),
    foundBy: 'finds the same again, in this connection, in a new one, and in one that may only read',
  },
  'a comparison that sees nothing': {
    driver: withKinds((kind) => ({ ...kind, compare: () => [] })),
    foundBy: 'gives something for different objects, both ways',
  },
  'a loss that nobody is told of': {
    driver: withKinds((kind) => ({
      ...kind,
      render: (change, context) => {
        const drafts = kind.render(change, context);
        return 'impossible' in drafts ? drafts : drafts.map((draft) => ({ ...draft, hazards: [] }));
      },
    })),
    foundBy: 'calls the loss of rows by its name',
  },
  'a rename that is not made': {
    driver: withKinds((kind) => ({
      ...kind,
      render: (change, context) => (change.verb === 'rename' ? [] : kind.render(change, context)),
    })),
    foundBy: 'follows renames up and down',
  },
  'a lock that keeps nobody out': {
    driver: withConnections(() => ({ lock: async () => free })),
    foundBy: 'keeps other holders of the same name out, each for as long as it asked, and says so',
  },
  'errors of its client library': {
    driver: withConnections((connection) => ({
      execute: (statement) =>
        connection.execute(statement).catch((error: Error) => Promise.reject(new Error(error.message))),
    })),
    foundBy: 'turns what the server refuses into an error with its own words',
  },
  'a reader that writes': {
    driver: { ...sound(), capabilities: { ddl: 'autocommit', readOnly: true } },
    foundBy: 'keeps a connection that asked to read from writing rows',
  },
  'transactions that are none': {
    driver: {
      ...withConnections((connection) => ({
        async atomically(statements) {
          for (const statement of statements) await connection.execute(statement);
          return {};
        },
      })),
      capabilities: { ddl: 'transactional', readOnly: false },
    },
    foundBy: 'commits none of them when the last one fails',
  },
  'a token that stays what it is': {
    driver: {
      ...withConnections((connection) => ({
        schemaToken: async () => '1',
        async atomically(statements) {
          for (const statement of statements) await connection.execute(statement);
          return { schema: { before: '1', after: '1' } };
        },
      })),
      capabilities: { ddl: 'transactional', readOnly: false },
    },
    foundBy: 'knows the schema by a token that changes with it, wherever that is done, and not with rows',
  },
  'a scratch database that stays': scratchThatStays(),
  'seed rows that are not written': {
    driver: { ...sound(), seed: () => [{ text: 'SHOW BUCKETS' }] },
    foundBy: 'writes the rows that are missing, and once they are there, none',
  },
};

function scratchThatStays(): Mutant {
  const driver = createToyDriver(createWorld()) as Driver;
  const scratch = () => driver.connect({ name: 'scratch', create: true }, { access: 'write' });
  return { driver: { ...driver, scratch }, foundBy: 'is separate from the target and from any other' };
}
