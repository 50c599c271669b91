import type { Delta, Json } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { changed } from '../changed.js';
import type { Sides, TableDifference } from './difference.js';
import { printPeriod } from './period.js';
import { printCheck, printColumn, printForeignKey, printIndex } from './print.js';
import { printPartitioning } from './print-partitioning.js';
import { type ColumnSpec, raisedCounter, type TableSpec } from './spec.js';
import { printVersioning } from './versioning.js';

/** A difference as people are shown it. */
export function deltasOf(difference: TableDifference, flavour: Flavour): readonly Delta[] {
  const { from, to, renames, columns, indexes, foreignKeys, checks } = difference;
  return [
    ...renames.map(
      (rename): Delta => ({ type: 'rename-column', path: ['columns', rename.to], from: rename.from, to: rename.to }),
    ),
    ...columns.dropped.map(
      (column): Delta => ({
        type: 'drop-column',
        path: ['columns', column.name],
        from: printColumn(column, from.spec, flavour),
      }),
    ),
    ...columns.added.map(
      (column): Delta => ({
        type: 'add-column',
        path: ['columns', column.name],
        to: printColumn(column, to.spec, flavour),
      }),
    ),
    ...columns.changed.flatMap((pair) => columnDeltas(pair.from, pair.to)),
    ...members('index', 'indexes', indexes, (index) => printIndex(index, flavour)),
    ...members('foreign-key', 'foreignKeys', foreignKeys, (key) => printForeignKey(key, flavour)),
    ...members('check', 'checks', checks, printCheck),
    ...tableDeltas(from.spec, to.spec),
    ...(difference.partitioning ? [partitioningDelta(from.spec, to.spec)] : []),
    ...counterDeltas(difference),
    ...(difference.order ? [{ type: 'change-column-order', path: ['columns'] } as const] : []),
  ];
}

function members<T extends { readonly name: string }>(
  noun: string,
  field: string,
  { dropped, added, changed }: Sides<T>,
  print: (item: T) => string,
): readonly Delta[] {
  return [
    ...dropped.map((item): Delta => ({ type: `drop-${noun}`, path: [field, item.name], from: print(item) })),
    ...added.map((item): Delta => ({ type: `add-${noun}`, path: [field, item.name], to: print(item) })),
    ...changed.map(
      (pair): Delta => ({
        type: `change-${noun}`,
        path: [field, pair.to.name],
        from: print(pair.from),
        to: print(pair.to),
      }),
    ),
  ];
}

const facets = {
  type: 'type',
  collation: 'collation',
  charset: 'character-set',
  notNull: 'not-null',
  default: 'default',
  onUpdate: 'on-update',
  autoIncrement: 'auto-increment',
  generated: 'generated',
  invisible: 'visibility',
  srid: 'srid',
  comment: 'comment',
  check: 'check',
  unversioned: 'history',
} as const satisfies { readonly [facet in Exclude<keyof ColumnSpec, 'name'>]: string };

/** A facet of a column that can change by itself. */
export type Facet = keyof typeof facets;

/** What of a column is not the same. */
export function changedFacets(from: ColumnSpec, to: ColumnSpec): readonly Facet[] {
  return (Object.keys(facets) as Facet[]).filter((facet) => JSON.stringify(from[facet]) !== JSON.stringify(to[facet]));
}

function columnDeltas(from: ColumnSpec, to: ColumnSpec): readonly Delta[] {
  const changed = changedFacets(from, to);
  // An expression that only names what is renamed is written again.
  const shown = changed.length > 0 ? changed : (['generated'] as const);
  return shown.map(
    (facet): Delta => ({
      type: `change-${facets[facet]}`,
      path: ['columns', to.name, facet],
      from: (from[facet] ?? null) as Json,
      to: (to[facet] ?? null) as Json,
    }),
  );
}

function tableDeltas(from: TableSpec, to: TableSpec): readonly Delta[] {
  const pairs = [
    ['engine', from.engine, to.engine],
    ['character-set', from.charset, to.charset],
    ['collation', from.collation, to.collation],
    ['comment', from.comment, to.comment],
    ['period', periodText(from), periodText(to)],
    ['versioning', versioningText(from), versioningText(to)],
    ['options', from.options.join(' '), to.options.join(' ')],
  ] as const;
  return pairs.flatMap(([noun, before, after]) => changed(noun, before, after));
}

function counterDeltas({ from, to }: TableDifference): readonly Delta[] {
  const raised = raisedCounter(from, to);
  return raised === undefined ? [] : [{ type: 'change-counter', path: ['counter'], to: raised }];
}

function periodText({ period }: TableSpec): string | undefined {
  return period && printPeriod(period);
}

function versioningText(spec: TableSpec): string | undefined {
  const { within, behind } = printVersioning(spec);
  return [...within, ...behind].join(' ') || undefined;
}

function partitioningDelta(from: TableSpec, to: TableSpec): Delta {
  const text = ({ partitioning }: TableSpec) => (partitioning ? printPartitioning(partitioning) : null);
  return { type: 'change-partitioning', path: ['partitioning'], from: text(from), to: text(to) };
}
