import {
  address,
  type Catalogue,
  equalJson,
  type Found,
  type ObjectKind,
  type Reading,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { columns } from '../read/parts/columns.js';
import { relationsOf } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { reshapesEnum } from './enum/reshape.js';
import { disturbs, isNamedIn, readUses, usesOf } from './uses.js';

/** A view. */
export interface ViewSpec {
  /** As the server prints it. */
  readonly select: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** `security_barrier=true`; sorted. */
  readonly options?: readonly string[];
}

/** Views. They are dropped and created again whenever their text changes, or a column under them that the server would not change otherwise. */
export const viewKind: ObjectKind<ViewSpec> = {
  kind: 'view',
  namespace: 'relation',
  inspect: inspectViews,
  compare: () => ({ replace: 'a view takes its new columns and text only when it is created' }),
  follow: (view, rename) => (isNamedIn(view, rename) ? 'rewritten' : view),
  carry: (view, { before, after }) => (standsOnOther(view, before, after) ? 'reread' : view),
  survives(view, change) {
    if (change.verb === 'replace' || reshapesEnum(change)) return false;
    return !disturbs(change, usesOf(view));
  },
  render(change) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create view ${shown(change.to)}`, sql: [{ text: printView(change.to) }] }];
      case 'drop':
        return [{ summary: `drop view ${shown(change.from)}`, sql: [{ text: `DROP VIEW ${qualified(change.from)}` }] }];
      case 'rename':
        return [
          {
            summary: `rename view ${shown(change.from)} to ${shown(change.to)}`,
            sql: [{ text: `ALTER VIEW ${qualified(change.from)} RENAME TO ${quoteName(change.to.name)}` }],
          },
        ];
      case 'alter':
        return { impossible: 'a view is replaced, not altered' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { options, columns, select } }) => ({
    ...(options && { head: `with (${options.join(', ')})` }),
    columns: columns.map((column) => ({ ...column, facts: [] })),
    body: select,
  }),
  relation: ({ name, spec }) => ({
    name,
    type: 'view',
    columns: spec.columns.map((column) => ({ ...column, nullable: true })),
    foreignKeys: [],
    indexes: [],
  }),
};

function printView(view: SchemaObject<ViewSpec>): string {
  const { columns, options = [], select } = view.spec;
  const list = columns.map(({ name }) => quoteName(name)).join(', ');
  const clause = options.length > 0 ? ` WITH (${options.join(', ')})` : '';
  return `CREATE VIEW ${qualified(view)} (${list})${clause} AS\n${select.replace(/;\s*$/, '')}`;
}

/** A view that is made again over columns of other types has columns of other types itself, and casts where it had none. */
function standsOnOther(view: SchemaObject, before: Catalogue, after: Catalogue): boolean {
  return view.needs.some((need) => !equalJson(before.get(need)?.spec, after.get(need)?.spec));
}

async function* inspectViews(reading: Reading): AsyncGenerator<Found<ViewSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name, options, definition } of relationsOf(catalogue, 'v')) {
    const place = catalogue.placeOf(namespace);
    const own = catalogue.where(columns, 'relation', oid);
    const { uses } = readUses(catalogue, 'pg_class', oid);
    const types = own.flatMap(({ typeOid }) => catalogue.addressOf('pg_type', typeOid) ?? []);
    const object = schemaObject<ViewSpec>({
      kind: 'view',
      address: address('view', ...place.prefix, name),
      name,
      spec: {
        select: definition ?? '',
        columns: own.map((column) => ({ name: column.name, type: column.type })),
        ...(options && { options: [...options].sort() }),
      },
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_class', oid), ...types])].sort(),
      layout: { uses },
    });
    yield { scope: place.scope, object };
  }
}
