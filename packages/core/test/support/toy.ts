import type { Change, Driver, ObjectKind, Server, StepDraft } from '../../src/contract/index.js';
import { diff } from '../../src/diff/diff.js';
import { type Address, address } from '../../src/model/address.js';
import { createCatalogue } from '../../src/model/catalogue.js';
import { type SchemaObject, schemaObject } from '../../src/model/object.js';
import { plan } from '../../src/plan/plan.js';
import type { Plan } from '../../src/plan/plan-format.js';

/** A kind as simple as the contract allows: a spec of named members, statements that name what they do. */
export function toyKind(kind: string, more: Partial<ObjectKind> = {}): ObjectKind {
  return {
    kind,
    inspect: () => [],
    compare: (from, to) => [
      { type: 'change-spec', path: ['spec'], from: JSON.stringify(from.spec), to: JSON.stringify(to.spec) },
    ],
    render: (change) => [step(change)],
    ...more,
  };
}

/** What a toy statement says, as JSON. */
export type ToyCommand =
  | { readonly verb: 'create' | 'alter'; readonly to: SchemaObject }
  | { readonly verb: 'drop'; readonly from: SchemaObject }
  | { readonly verb: 'rename'; readonly from: SchemaObject; readonly to: SchemaObject };

function step(change: Change): StepDraft {
  const { verb, address: at } = change;
  const from = 'from' in change ? change.from : undefined;
  const to = 'to' in change ? change.to : undefined;
  return { summary: `${verb} ${at}`, sql: [{ text: JSON.stringify({ verb, from, to }) }] };
}

/** A driver of toy kinds: tables, views that need them, indexes within them. */
export function toyDriver(kinds: readonly ObjectKind[], ddl: 'transactional' | 'autocommit' = 'transactional'): Driver {
  return {
    name: 'toy',
    contract: 1,
    protocols: ['toy'],
    kinds,
    capabilities: { ddl, readOnly: false },
    dialect: {
      quote: (name) => `"${name}"`,
      fold: (name) => name.toLowerCase(),
      literal: (value) => JSON.stringify(value),
      lexis: {
        identifierQuotes: [['"', '"']],
        stringQuotes: ["'"],
        backslashEscapes: false,
        dollarQuotes: false,
        lineComments: ['--'],
        nestedComments: false,
        operators: [],
      },
      classify: () => 'schema',
      print: ({ text }) => text,
      script: (statements) => statements.map(({ text }) => text),
      bookkeeping: {
        types: { key: 'text', text: 'text', integer: 'integer' },
        placeholder: () => '?',
        exists: (table) => ({ text: table }),
      },
    },
    options: (input) => input,
    label: () => 'toy',
    connect: () => Promise.reject(new Error('a toy has no connection')),
  };
}

const server: Server = { product: 'Toy', version: [1], features: new Set() };

/** Short notation for an object: its address, its spec, what it needs, what it lies in. */
export function thing(at: string, spec: unknown = {}, needs: readonly string[] = [], parent?: string): SchemaObject {
  const [kind = '', name = ''] = at.split(':');
  return schemaObject({
    kind,
    address: address(kind, ...name.split('.')),
    name,
    spec,
    needs: needs as Address[],
    ...(parent !== undefined && { parent: parent as Address }),
  });
}

/** Plans between two lists of objects; the summaries of both ways in their order. */
export function planToy(
  driver: Driver,
  base: readonly SchemaObject[],
  goal: readonly SchemaObject[],
  hints: readonly (readonly [string, string])[] = [],
  kept: readonly SchemaObject[] = [],
): { readonly plan: Plan; readonly up: readonly string[]; readonly down: readonly string[] } {
  const difference = diff(createCatalogue(base), createCatalogue(goal), {
    driver,
    server,
    hints: hints.map(([from, to]) => ({ at: 'test', from: from.split('.'), to: to.split('.') })),
    kept: createCatalogue(kept),
  });
  const made = plan(difference, { driver, server, reading: { exclude: [], with: [], claimed: [] } });
  const summaries = (batches: Plan['up']) => batches.flatMap((batch) => batch.steps.map(({ summary }) => summary));
  return { plan: made, up: summaries(made.up), down: summaries(made.down) };
}
