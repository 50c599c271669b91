import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/model/catalogue.js';
import type { SchemaObject } from '../../src/model/object.js';
import { excerpt } from '../../src/run/excerpt.js';
import { planToy, thing, toyDriver, toyKind } from '../support/toy.js';
import { ToyServer } from './toy-server.js';

const frail = { survives: () => false };
const kinds = [
  toyKind('type'),
  toyKind('table', { namespace: 'relation' }),
  toyKind('index', { within: 'table', ...frail }),
  toyKind('reference', {
    within: 'table',
    follow: (object, rename) =>
      rename.of === 'object' && (object.spec as { to: string }).to === rename.from
        ? { ...object, spec: { to: rename.to } }
        : object,
  }),
  toyKind('view', { namespace: 'relation', ...frail }),
];
const driver = toyDriver(kinds);
/** Types come and go by themselves, and tables do something before they change that nothing has to make way for. */
const haltingDriver = toyDriver(
  kinds.map((kind) => ({
    ...kind,
    render(change, context) {
      const drafts = kind.render(change, context);
      if ('impossible' in drafts) return drafts;
      const lookInto = { summary: 'look into', sql: [], apart: true, late: true } as const;
      if (kind.kind === 'view' && change.verb === 'create') return [...drafts, lookInto];
      if (kind.kind !== 'type' && change.verb !== 'alter') return drafts;
      if (kind.kind === 'type') return drafts.map((draft) => ({ ...draft, atomic: false }));
      return [...drafts, { summary: 'fill', sql: [], atomic: false, early: true }];
    },
  })),
);

interface Blueprint {
  readonly types: readonly boolean[];
  readonly tables: readonly {
    readonly there: boolean;
    readonly version: number;
    readonly types: readonly number[];
    readonly name: number;
  }[];
  readonly indexes: readonly { readonly there: boolean; readonly table: number; readonly version: number }[];
  readonly references: readonly { readonly there: boolean; readonly table: number; readonly to: number }[];
  readonly views: readonly { readonly there: boolean; readonly over: readonly number[]; readonly asTable: boolean }[];
}

const some = (most: number) => fc.array(fc.nat(most), { maxLength: 2 });
const blueprint: fc.Arbitrary<Blueprint> = fc.record({
  types: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  tables: fc.array(fc.record({ there: fc.boolean(), version: fc.nat(1), types: some(2), name: fc.nat(2) }), {
    minLength: 4,
    maxLength: 4,
  }),
  indexes: fc.array(fc.record({ there: fc.boolean(), table: fc.nat(3), version: fc.nat(1) }), {
    minLength: 3,
    maxLength: 3,
  }),
  references: fc.array(fc.record({ there: fc.boolean(), table: fc.nat(3), to: fc.nat(3) }), {
    minLength: 3,
    maxLength: 3,
  }),
  views: fc.array(fc.record({ there: fc.boolean(), over: some(3), asTable: fc.boolean() }), {
    minLength: 4,
    maxLength: 4,
  }),
});

/** A table keeps its identity under each of its names; a view shares the names of tables that might have been. */
const tableName = (i: number, { name }: { readonly name: number }) => (name === 0 ? `t${i}` : `t${i}_${name}`);

function build(plan: Blueprint): SchemaObject[] {
  const types = plan.types.flatMap((there, i) => (there ? [thing(`type:y${i}`)] : []));
  const typeNames = new Set(types.map(({ address }) => String(address)));
  const names = plan.tables.map((table, i) => (table.there ? tableName(i, table) : undefined));
  const tables = plan.tables.flatMap(({ types: used, version }, i) => {
    const needs = [...new Set(used.map((n) => `type:y${n}`))].filter((need) => typeNames.has(need));
    return names[i] === undefined ? [] : [thing(`table:${names[i]}`, { version, needs }, needs)];
  });
  const within = (kind: string, at: number, child: string, spec: unknown, needs: readonly string[] = []) =>
    names[at] === undefined ? [] : [thing(`${kind}:${names[at]}.${child}`, spec, needs, `table:${names[at]}`)];
  const indexes = plan.indexes.flatMap(({ there, table, version }, i) =>
    there ? within('index', table, `i${i}`, { version }) : [],
  );
  const references = plan.references.flatMap(({ there, table, to }, i) =>
    there && names[to] !== undefined
      ? within('reference', table, `f${i}`, { to: `table:${names[to]}` }, [`table:${names[to]}`])
      : [],
  );
  const views: SchemaObject[] = [];
  for (const [i, { there, over, asTable }] of plan.views.entries()) {
    const at = asTable && names[i] === undefined ? `view:t${i}` : `view:v${i}`;
    const under = over.flatMap((n) =>
      n < i && views[n] ? [String(views[n].address)] : names[n] === undefined ? [] : [`table:${names[n]}`],
    );
    const needs = [...new Set(under)];
    if (there) views[i] = thing(at, { over }, needs);
  }
  return [...types, ...tables, ...indexes, ...references, ...views.filter(Boolean)];
}

function hintsBetween(before: Blueprint, after: Blueprint): (readonly [string, string])[] {
  return before.tables.flatMap((table, i): (readonly [string, string])[] => {
    const next = after.tables[i];
    return next && table.there && next.there && table.name !== next.name
      ? [[tableName(i, table), tableName(i, next)]]
      : [];
  });
}

test('a strict server accepts every plan, up and down, and arrives', () => {
  fc.assert(
    fc.property(blueprint, blueprint, fc.boolean(), (before, after, hinted) => {
      const [base, goal] = [build(before), build(after)];
      const { plan } = planToy(driver, base, goal, hinted ? hintsBetween(before, after) : []);
      const server = new ToyServer(driver, base);
      server.run(plan.up);
      expect(server.root).toBe(createCatalogue(goal).root);
      server.run(plan.down);
      expect(server.root).toBe(createCatalogue(base).root);
    }),
    { numRuns: 2000 },
  );
});

test('a strict server accepts every plan that commits in several parts, too', () => {
  fc.assert(
    fc.property(blueprint, blueprint, fc.boolean(), (before, after, hinted) => {
      const [base, goal] = [build(before), build(after)];
      const { plan } = planToy(haltingDriver, base, goal, hinted ? hintsBetween(before, after) : []);
      const server = new ToyServer(haltingDriver, base);
      server.run(plan.up);
      expect(server.root).toBe(createCatalogue(goal).root);
      server.run(plan.down);
      expect(server.root).toBe(createCatalogue(base).root);
    }),
    { numRuns: 2000 },
  );
});

test('the part of a base that a plan has to do with is enough to run it, up and down', () => {
  fc.assert(
    fc.property(blueprint, blueprint, fc.boolean(), (before, after, hinted) => {
      const [base, goal] = [build(before), build(after)];
      const { plan } = planToy(driver, base, goal, hinted ? hintsBetween(before, after) : []);
      const ends = { base: createCatalogue(base), goal: createCatalogue(goal) };
      const part = excerpt(ends, plan, driver);
      const server = new ToyServer(driver, part.base);
      server.run(plan.up);
      expect(server.root).toBe(part.goal.root);
      server.run(plan.down);
      expect(server.root).toBe(part.base.root);
    }),
    { numRuns: 1000 },
  );
});
