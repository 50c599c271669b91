import { address, type Found, type ObjectKind, type Reading, type SchemaObject, schemaObject } from '@sync/core';
import { changesFunction, dropsFunction } from '../hazards.js';
import { quoteName, quoteText } from '../names.js';
import { readSystem, scopeOf } from '../read/read.js';
import { typesIn } from '../types.js';
import { bareOf, signatureOf, unfrozen } from './routine.js';

/** What makes a function what it is. */
export interface FunctionSpec {
  readonly args: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly language: string;
  readonly calledOnNull: boolean;
  readonly body: string;
}

interface FunctionRow {
  readonly function_name: string;
  readonly argument_types: readonly string[] | null;
  readonly argument_names: readonly string[] | null;
  readonly body: string;
  readonly called_on_null_input: boolean;
  readonly language: string;
  readonly return_type: string;
}

/** Functions: the body is replaced in place; with another type of answer it is another function. */
export const functionKind: ObjectKind<FunctionSpec> = {
  kind: 'function',
  namespace: 'function',
  bareName: ({ name }) => bareOf(name),
  inspect: inspectFunctions,
  compare(from, to) {
    if (from.spec.returns !== to.spec.returns) return { replace: 'Cassandra cannot change what a function returns' };
    if (from.spec.calledOnNull !== to.spec.calledOnNull)
      return { replace: 'Cassandra cannot change what a function does with null' };
    return [{ type: 'change-body', path: ['body'], from: from.spec.body, to: to.spec.body }];
  },
  render(change) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create function ${change.to.name}`, sql: [{ text: printFunction(change.to) }] }];
      case 'drop':
        return [
          {
            summary: `drop function ${change.from.name}`,
            sql: [{ text: `DROP FUNCTION ${calledAs(change.from)}` }],
            hazards: [dropsFunction('function', change.from.name)],
          },
        ];
      case 'alter':
        return [
          {
            summary: `replace function ${change.to.name}`,
            sql: [{ text: printFunction(change.to, ' OR REPLACE') }],
            hazards: [changesFunction(change.to.name)],
          },
        ];
      case 'rename':
        return {
          impossible: `Cassandra cannot rename a function: ${change.from.name} to ${change.to.name}`,
          hint: 'Declare both, deploy the code that calls the new one, and take the old one out.',
        };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: headOf(spec), body: spec.body }),
};

function headOf({ calledOnNull, returns, language }: FunctionSpec): string {
  return `${calledOnNull ? 'called' : 'returns null'} on null input returns ${returns} language ${language}`;
}

function printFunction({ name, spec }: SchemaObject<FunctionSpec>, how = ''): string {
  const args = spec.args.map((arg) => `${quoteName(arg.name)} ${unfrozen(arg.type)}`).join(', ');
  return `CREATE${how} FUNCTION ${quoteName(bareOf(name))}(${args})
  ${spec.calledOnNull ? 'CALLED' : 'RETURNS NULL'} ON NULL INPUT
  RETURNS ${unfrozen(spec.returns)}
  LANGUAGE ${spec.language}
  AS ${spec.body.includes('$$') ? quoteText(spec.body) : `$$${spec.body}$$`}`;
}

function calledAs({ name, spec }: SchemaObject<FunctionSpec>): string {
  return signatureOf(
    quoteName(bareOf(name)),
    spec.args.map(({ type }) => unfrozen(type)),
  );
}

async function* inspectFunctions(reading: Reading): AsyncGenerator<Found<FunctionSpec>> {
  const scope = scopeOf(reading);
  for (const row of await readSystem<FunctionRow>(reading, 'functions')) {
    const types = row.argument_types ?? [];
    const name = signatureOf(row.function_name, types);
    yield {
      scope,
      object: schemaObject({
        kind: 'function',
        address: address('function', name),
        name,
        spec: {
          args: types.map((type, i) => ({ name: row.argument_names?.[i] ?? '', type })),
          returns: row.return_type,
          language: row.language,
          calledOnNull: row.called_on_null_input,
          body: row.body,
        },
        needs: typesIn([...types, row.return_type]),
      }),
    };
  }
}
