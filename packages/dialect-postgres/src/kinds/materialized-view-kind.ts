import {
  type Change,
  type Delta,
  type Found,
  type Json,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import {
  breaksClients,
  dropsView,
  fillsMaterializedView,
  rebuildsMaterializedView,
  rewritesTable,
} from '../hazards.js';
import { relationsOf } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { quoteName } from '../text/names.js';
import { changeOptions } from '../text/options.js';
import { pathOf, qualified, shown } from '../text/qualified.js';
import { comesBack } from './comes-back.js';
import { renaming } from './renaming.js';
import { heldByRows } from './table/row-type.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, isNamedIn, usesOf } from './uses.js';
import { optionDeltas, renameDeltas } from './view/deltas.js';
import { viewObject } from './view/inspect.js';
import { isFollowedView } from './view/is-followed-view.js';
import { isFilled, printMaterializedView } from './view/materialized.js';
import { isSameQuery, standsOnOther } from './view/query.js';
import { inOrderOf } from './view/row-calls.js';
import type { MaterializedViewSpec } from './view/spec.js';

type MaterializedView = SchemaObject<MaterializedViewSpec>;

/** Materialized views. They are filled when they are made, and never otherwise: what they hold is data. */
export const materializedViewKind: ObjectKind<MaterializedViewSpec> = {
  kind: 'postgres/materialized-view',
  title: 'materialized view',
  namespace: ['relation', 'type'],
  inspect: inspectMaterializedViews,
  compare(from, to, { renamed, server }) {
    const renames = renameDeltas(from, to, renamed);
    if (!isSameShape(from, to, renamed) || !isSameQuery(from.spec.select, to.spec.select, renamed)) {
      return { replace: 'a materialized view takes another query only when it is created' };
    }
    const [before, after] = [from.spec.method ?? 'heap', to.spec.method ?? 'heap'];
    if (before !== after && !server.features.has('access-method-change')) {
      return { replace: 'PostgreSQL changes access methods in place from 15 on' };
    }
    const method: readonly Delta[] =
      before === after ? [] : [{ type: 'change-method', path: ['method'], from: before, to: after }];
    return [...renames, ...optionDeltas(from, to), ...method];
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
        return [createStep(change.to, context)];
      case 'drop':
        return (
          heldByRows(change.from, context) ?? [
            {
              summary: `drop materialized view ${shown(change.from)}`,
              sql: [{ text: `DROP MATERIALIZED VIEW ${qualified(change.from)}` }],
              hazards: comesBack(change.from, context) ? [] : [dropsView('materialized view', pathOf(change.from))],
            },
          ]
        );
      case 'rename':
        return [renaming({ ...change, title: 'materialized view' }, context)];
      case 'alter':
        return alterMaterializedView(change);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { options, columns, select, method } }) => {
    const head = [...(method ? [`using ${method}`] : []), ...(options ? [`with (${options.join(', ')})`] : [])];
    return {
      ...(head.length > 0 && { head: head.join(' ') }),
      columns: columns.map(({ name, type, collation }) => ({
        name,
        type,
        facts: collation === undefined ? [] : [`collate ${collation}`],
      })),
      body: select,
    };
  },
  relation: ({ name, spec }) => ({
    name,
    type: 'view',
    columns: spec.columns.map((column) => ({ name: column.name, type: column.type, nullable: true })),
    foreignKeys: [],
    indexes: [],
  }),
};

function isSameShape(from: MaterializedView, to: MaterializedView, renamed: ReadonlyMap<string, string>): boolean {
  const { columns } = from.spec;
  return (
    columns.length === to.spec.columns.length &&
    to.spec.columns.every(({ name, type, collation }, i) => {
      const old = columns[i];
      return old?.name === (renamed.get(name) ?? name) && old.type === type && old.collation === collation;
    })
  );
}

/** What was filled is filled again, also where the desired state makes it empty and leaves the filling to others. */
function createStep(view: MaterializedView, context: RenderContext): StepDraft {
  const whole = context.change(view.address);
  const was = whole?.verb === 'replace' ? whole.from : undefined;
  const filled = isFilled(view) || isFilled(was);
  const name = shown(view);
  const hazards = isFilled(was) ? [rebuildsMaterializedView(name)] : filled ? [fillsMaterializedView(name)] : [];
  return {
    summary: `create materialized view ${name}`,
    sql: [{ text: printMaterializedView(inOrderOf(view, context), qualified(view), filled) }],
    hazards,
  };
}

function alterMaterializedView(change: Extract<Change<MaterializedViewSpec>, { verb: 'alter' }>): readonly StepDraft[] {
  const { to, deltas } = change;
  const alter = `ALTER MATERIALIZED VIEW ${qualified(to)}`;
  const of = `of materialized view ${shown(to)}`;
  return deltas.map((delta): StepDraft => {
    const [old, name] = [String(delta.from), String(delta.to)];
    switch (delta.type) {
      case 'rename-column':
        return {
          summary: `rename column ${old} to ${name} ${of}`,
          sql: [{ text: `${alter} RENAME COLUMN ${quoteName(old)} TO ${quoteName(name)}` }],
          hazards: [breaksClients('column', `${shown(to)}.${old}`, name)],
        };
      case 'change-method':
        return {
          summary: `change the access method ${of}`,
          sql: [{ text: `${alter} SET ACCESS METHOD ${quoteName(name)}` }],
          hazards: [rewritesTable(shown(to), 'because it is stored in another way', 'whole')],
        };
      default:
        return {
          summary: `change the storage parameters ${of}`,
          sql: changeOptions(alter, delta).map((text) => ({ text })),
        };
    }
  });
}

async function* inspectMaterializedViews(reading: Reading): AsyncGenerator<Found<MaterializedViewSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of relationsOf(catalogue, 'm')) {
    const view = viewObject('postgres/materialized-view', row, catalogue);
    const object = schemaObject<MaterializedViewSpec>({
      ...view,
      spec: { ...view.spec, ...(row.method !== null && row.method !== 'heap' && { method: row.method }) },
      layout: { ...(view.layout as Readonly<Record<string, Json>>), filled: row.filled },
    });
    yield { scope: catalogue.placeOf(row.namespace).scope, object };
  }
}
