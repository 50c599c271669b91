import { byCodeUnit, equalJson, type Json, partsOf } from '@sync/core';
import { type ColumnRow, columns } from '../../read/parts/columns.js';
import { constraints } from '../../read/parts/constraints.js';
import { indexes, isOfLoose } from '../../read/parts/indexes.js';
import type { RelationRow } from '../../read/parts/relations.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { constraintTypes } from '../constraint/spec.js';
import { definitionOf } from '../index/definition.js';
import { facetOf, overridable, ownFacets } from './facets.js';
import { columnSpec } from './read-column.js';
import type { AlongSpec, OverrideSpec, ParentSpec, TableLayout } from './spec.js';

interface Heritage {
  readonly parents: readonly ParentSpec[];
  readonly overrides: readonly OverrideSpec[];
  readonly along: readonly AlongSpec[];
  readonly above?: TableLayout['above'];
  readonly sources?: TableLayout['sources'];
}

/** What a table has from those that it is a partition of or inherits from. */
export function readHeritage({ oid, parents, bound }: RelationRow, catalogue: ServerCatalogue): Heritage {
  if (parents.length === 0) return { parents: [], overrides: [], along: [] };
  const above = parents.flatMap((parent) => {
    const table = catalogue.addressOf('pg_class', parent);
    return table === undefined ? [] : [{ oid: parent, table }];
  });
  // Which came first is no difference, and nobody can change it.
  const sorted = [...above].sort((a, b) => byCodeUnit(a.table, b.table));
  return {
    parents: sorted.map(({ table }) => ({ table, ...(bound !== null && { bound }) })),
    overrides: catalogue
      .where(columns, 'relation', oid)
      .flatMap((row) =>
        override(
          row,
          sorted.map((each) => each.oid),
          catalogue,
        ),
      )
      .sort((a, b) => byCodeUnit(a.name, b.name)),
    along: [...alongConstraints(oid, catalogue), ...alongIndexes(oid, catalogue)],
    ...(above.length > 1 && { above: above.map(({ table }) => table) }),
    ...(parents.length > 1 && { sources: sourcesOf(oid, parents, catalogue) }),
  };
}

function sourcesOf(oid: number, parents: readonly number[], catalogue: ServerCatalogue): TableLayout['sources'] {
  const above = parents
    .filter((parent) => catalogue.addressOf('pg_class', parent) !== undefined)
    .map((parent) => new Set(catalogue.where(columns, 'relation', parent).map(({ name }) => name)));
  const inherited = catalogue.where(columns, 'relation', oid).filter((row) => row.inherited);
  return Object.fromEntries(
    inherited.map(({ name }) => [name, above.flatMap((names, place) => (names.has(name) ? [place] : []))]),
  );
}

function override(row: ColumnRow, parents: readonly number[], catalogue: ServerCatalogue): readonly OverrideSpec[] {
  if (!row.inherited) return [];
  const [above] = parents.flatMap((parent) =>
    catalogue.where(columns, 'relation', parent).filter(({ name }) => name === row.name),
  );
  if (!above) return [];
  const [own, other] = [columnSpec(row, catalogue), columnSpec(above, catalogue)];
  const facets: Record<string, Json> = {};
  for (const facet of overridable) {
    const value = (facetOf[facet](own) ?? null) as Json;
    const above = ownFacets.includes(facet) ? null : (facetOf[facet](other) ?? null);
    if (!equalJson(value, above)) facets[facet] = value;
  }
  return Object.keys(facets).length > 0 ? [{ name: row.name, facets }] : [];
}

function alongConstraints(oid: number, catalogue: ServerCatalogue): readonly AlongSpec[] {
  return catalogue.where(constraints, 'relation', oid).flatMap((row) => {
    const { inherited, defined, name, type } = row;
    const title = constraintTypes[type];
    if (!inherited || !title) return [];
    const needs = catalogue.needsOf('pg_constraint', row.oid).some((need) => partsOf(need).kind !== 'table');
    return [
      {
        kind: 'postgres/constraint',
        name,
        type: title,
        definition: definitionOf(row),
        ...(defined && { defined: true }),
        ...(defined && needs && { needs: true }),
      } as const,
    ];
  });
}

function alongIndexes(oid: number, catalogue: ServerCatalogue): readonly AlongSpec[] {
  return catalogue.where(indexes, 'relation', oid).flatMap((row) => {
    const { attached, constraint, name, unique } = row;
    if (!attached || constraint !== 0 || isOfLoose(row, catalogue)) return [];
    return [{ kind: 'index', name, type: unique ? 'unique' : 'index', definition: definitionOf(row) } as const];
  });
}
