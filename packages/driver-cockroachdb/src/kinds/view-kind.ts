import { type Change, type ObjectKind, type SchemaObject, schemaObject } from '@sync/core';
import { dropsView } from '@sync/dialect-postgres';
import type { ViewSpec } from '../read/specs.js';
import { pathOf, qualified, quoteName, shown } from '../text/names.js';
import { followIn } from './follow.js';
import { unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';
import { renaming } from './renaming.js';

/** Views: one query is put in place of another where its columns begin with those that there are. */
export const viewKind = kindOf('view', 'view');

/** Materialized views. What they hold is found again by their query. */
export const materializedViewKind = kindOf('postgres/materialized-view', 'materialized view');

function kindOf(kind: string, title: 'view' | 'materialized view'): ObjectKind<ViewSpec> {
  const sort = title.toUpperCase();
  return {
    kind,
    title,
    namespace: ['relation', 'type'],
    inspect: (reading) => inspectKind(reading, kind),
    compare(from, to) {
      if (title !== 'view') return { replace: 'the query of a materialized view cannot be changed' };
      const isLonger = from.spec.columns.every(({ name }, i) => to.spec.columns[i]?.name === name);
      if (!isLonger) return { replace: 'a view keeps the columns that it has, and can only get more at the end' };
      return [{ type: 'change-query', path: ['select'], from: from.spec.select, to: to.spec.select }];
    },
    follow: (view, rename) => {
      if (rename.of === 'member') return view.needs.includes(rename.object) ? 'rewritten' : view;
      return schemaObject({ ...view, spec: { ...view.spec, select: followIn(view.spec.select, rename) } });
    },
    // The server alters nothing that a view stands on: https://www.cockroachlabs.com/docs/stable/views#view-dependencies
    survives: (_view, change) => change.verb === 'rename' || (change.verb === 'alter' && !touchesColumns(change)),
    render(change) {
      switch (change.verb) {
        case 'create':
          return [{ summary: `create ${title} ${shown(change.to)}`, sql: [{ text: printView(sort, change.to) }] }];
        case 'drop':
          return [
            {
              summary: `drop ${title} ${shown(change.from)}`,
              sql: [{ text: `DROP ${sort} ${qualified(change.from)}` }],
              hazards: [unlocked(dropsView(title, pathOf(change.from)))],
            },
          ];
        case 'rename':
          return renaming(change, sort, title);
        case 'alter':
          return [
            {
              summary: `change the query of view ${shown(change.to)}`,
              sql: [{ text: printView('OR REPLACE VIEW', change.to) }],
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({
      columns: spec.columns.map(({ name }) => ({ name, type: '', facts: [] })),
      body: spec.select,
    }),
    relation: ({ name, spec }) => ({
      name,
      type: 'view',
      columns: spec.columns.map((column) => ({ name: column.name, type: 'unknown', nullable: true })),
      foreignKeys: [],
      indexes: [],
    }),
  };
}

function touchesColumns(change: Extract<Change, { verb: 'alter' }>): boolean {
  return change.kind === 'table'
    ? change.deltas.some(({ type }) => type !== 'add-column' && type !== 'change-options')
    : change.kind === 'view';
}

function printView(sort: string, view: SchemaObject<ViewSpec>): string {
  const { columns, select } = view.spec;
  const list = columns.length === 0 ? '' : ` (${columns.map(({ name }) => quoteName(name)).join(', ')})`;
  return `CREATE ${sort} ${qualified(view)}${list} AS ${select.replace(/;\s*$/, '')}`;
}
