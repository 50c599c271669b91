import { type Address, createCatalogue, type RenderContext, type SchemaObject, schemaObject } from '@sync/core';
import { expect, test } from 'vitest';
import { constraintKind } from '../src/kinds/constraint-kind.js';
import { tableKind } from '../src/kinds/table-kind.js';

const table = schemaObject({
  kind: 'table',
  address: 'table:t' as Address,
  name: 't',
  spec: { columns: [] },
  layout: { columns: [] },
}) as Parameters<NonNullable<typeof tableKind.describe>>[0];

function context(goal: readonly SchemaObject[]): RenderContext {
  return {
    server: { product: 'PostgreSQL', version: [18], features: new Set() },
    base: createCatalogue([table]),
    goal: createCatalogue(goal),
    change: () => undefined,
    isKept: () => false,
    moved: (at: Address) => at,
    origin: (at: Address) => at,
    isOnline: () => false,
  } as unknown as RenderContext;
}

const hintsOf = (drafts: ReturnType<typeof tableKind.render>) =>
  'impossible' in drafts ? [] : drafts.flatMap(({ hazards = [] }) => hazards.map(({ hint }) => hint));

test.each([
  ['unique', 'UNIQUE (a)', '--online'],
  ['unique', 'UNIQUE (a, b WITHOUT OVERLAPS)', 'only at once'],
  ['exclusion', 'EXCLUDE USING gist (a WITH =)', 'only at once'],
] as const)('%s %s can be planned so: %s', (type, definition, hint) => {
  const to = schemaObject({
    kind: 'postgres/constraint',
    address: 'postgres/constraint:t.k' as Address,
    name: 'k',
    parent: table.address,
    spec: { type, definition },
  });
  const change = { id: 'create', kind: to.kind, address: to.address, verb: 'create', to } as const;
  expect(hintsOf(constraintKind.render(change, context([table])))).toContainEqual(expect.stringContaining(hint));
});

test('a table that is made anew under its name was not renamed', () => {
  const change = { id: 'drop', kind: 'table', address: table.address, verb: 'drop', from: table } as const;
  expect(hintsOf(tableKind.render(change, context([table])))).toEqual([expect.stringContaining('copy the rows')]);
  expect(hintsOf(tableKind.render(change, context([])))).toEqual([expect.stringContaining('If it was renamed')]);
});
