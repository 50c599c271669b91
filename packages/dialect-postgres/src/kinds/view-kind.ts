import {
  type Change,
  type Delta,
  type Found,
  type Hazard,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients, changesViewAccess, dropsView } from '../hazards.js';
import { relationsOf } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { quoteName } from '../text/names.js';
import { changeOptions } from '../text/options.js';
import { pathOf, qualified, shown } from '../text/qualified.js';
import { comesBack } from './comes-back.js';
import { columnRenames } from './in-sequence.js';
import { renaming } from './renaming.js';
import { heldByRows } from './table/row-type.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, isNamedIn, usesOf } from './uses.js';
import { columnList } from './view/column-list.js';
import { defaultDeltas, optionDeltas, queryDeltas } from './view/deltas.js';
import { viewObject } from './view/inspect.js';
import { isFollowedView } from './view/is-followed-view.js';
import { standsOnOther } from './view/query.js';
import { inOrderOf } from './view/row-calls.js';
import type { ViewColumn, ViewSpec } from './view/spec.js';

type View = SchemaObject<ViewSpec>;

/** Views. A query is put in place of another where its columns are those that there were, and perhaps more at the end. */
export const viewKind: ObjectKind<ViewSpec> = {
  kind: 'view',
  namespace: ['relation', 'type'],
  inspect: inspectViews,
  compare(from, to, { renamed }) {
    const query = queryDeltas(from, to, renamed);
    if (!query) return { replace: 'a view keeps the columns that it has, and can only get more at the end' };
    return [...query, ...optionDeltas(from, to), ...defaultDeltas(from, to, renamed)];
  },
  follow: (view, rename) => (isNamedIn(view, rename) ? 'rewritten' : view),
  isFollowed: isFollowedView,
  carry: (view, { before, after }) => (standsOnOther(view, before, after) ? 'reread' : view),
  survives(view, change, context) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !disturbs(change, usesOf(view), context);
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create view ${shown(change.to)}`,
            sql: [
              { text: printView(inOrderOf(change.to, context)) },
              ...change.to.spec.columns.flatMap((each) => setDefault(change.to, each)),
            ],
          },
        ];
      case 'drop':
        return (
          heldByRows(change.from, context) ?? [
            {
              summary: `drop view ${shown(change.from)}`,
              sql: [{ text: `DROP VIEW ${qualified(change.from)}` }],
              hazards: comesBack(change.from, context) ? [] : [dropsView('view', pathOf(change.from))],
            },
          ]
        );
      case 'rename':
        return [renaming({ ...change, title: 'view' }, context)];
      case 'alter':
        return alterView({ ...change, to: inOrderOf(change.to, context) });
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { options, columns, select } }) => ({
    ...(options && { head: `with (${options.join(', ')})` }),
    columns: columns.map(({ name, type, collation, default: value }) => ({
      name,
      type,
      facts: [
        ...(collation === undefined ? [] : [`collate ${collation}`]),
        ...(value === undefined ? [] : [`default ${value}`]),
      ],
    })),
    body: select,
  }),
  relation: ({ name, spec }) => ({
    name,
    type: 'view',
    columns: spec.columns.map((column) => ({ name: column.name, type: column.type, nullable: true })),
    foreignKeys: [],
    indexes: [],
  }),
};

function printView(view: View, or = ''): string {
  const { columns, options = [], select } = view.spec;
  const list = columnList(columns);
  const clause = options.length > 0 ? ` WITH (${options.join(', ')})` : '';
  return `CREATE ${or}VIEW ${qualified(view)}${list}${clause} AS\n${select.replace(/;\s*$/, '')}`;
}

function setDefault(view: View, column: ViewColumn): readonly { readonly text: string }[] {
  if (column.default === undefined) return [];
  return [
    { text: `ALTER VIEW ${qualified(view)} ALTER COLUMN ${quoteName(column.name)} SET DEFAULT ${column.default}` },
  ];
}

/** Names first, then the query, which is put in place with all options; each with the hazards that are its own. */
function alterView({ from, to, deltas }: Extract<Change<ViewSpec>, { verb: 'alter' }>): readonly StepDraft[] {
  const alter = `ALTER VIEW ${qualified(to)}`;
  const isWritten = deltas.some(({ type }) => type === 'change-query' || type === 'add-column');
  const hazards = accessHazards(from, to);
  const step = (what: string, sql: readonly string[], own: readonly Hazard[] = []): StepDraft => ({
    summary: `${what} of view ${shown(to)}`,
    sql: sql.map((text) => ({ text })),
    hazards: own,
  });
  const of = (type: Delta['type']) => deltas.filter((delta) => delta.type === type);
  return [
    ...columnRenames(deltas).map(({ delta, from: old, to: name, tells }) => {
      const sql = `${alter} RENAME COLUMN ${quoteName(old)} TO ${quoteName(name)}`;
      const own = tells ? [breaksClients('column', `${shown(to)}.${old}`, String(delta.to))] : [];
      return step(`rename column ${old} to ${name}`, [sql], own);
    }),
    ...(isWritten ? [step('change the query', [printView(to, 'OR REPLACE ')], hazards)] : []),
    ...(isWritten ? [] : of('change-options')).map((delta) =>
      step('change the options', changeOptions(alter, delta), hazards),
    ),
    ...of('change-default').map((delta) => {
      const column = `${alter} ALTER COLUMN ${quoteName(delta.path[1] ?? '')}`;
      const sql = delta.to === null ? `${column} DROP DEFAULT` : `${column} SET DEFAULT ${String(delta.to)}`;
      return step(`change the default of column ${delta.path[1]}`, [sql]);
    }),
  ];
}

/** Whose rights count for what a view reads, and whether what a query asks can look behind its conditions. */
function accessHazards(from: View, to: View): readonly Hazard[] {
  const has = (view: View, name: string) => view.spec.options?.includes(`${name}=true`) ?? false;
  const differs = ['security_invoker', 'security_barrier'].some((name) => has(from, name) !== has(to, name));
  return differs ? [changesViewAccess(shown(to))] : [];
}

async function* inspectViews(reading: Reading): AsyncGenerator<Found<ViewSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of relationsOf(catalogue, 'v')) {
    yield { scope: catalogue.placeOf(row.namespace).scope, object: schemaObject(viewObject('view', row, catalogue)) };
  }
}
