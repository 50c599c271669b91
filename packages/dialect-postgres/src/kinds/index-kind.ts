import {
  type Address,
  address,
  type Found,
  type ObjectKind,
  type Reading,
  type Rename,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { buildsIndex } from '../hazards.js';
import { indexes } from '../read/parts/indexes.js';
import { ancestorsOf } from '../read/parts/relations.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { qualified, qualifiedAt, shown } from '../text/qualified.js';
import { renameColumnIn } from '../text/rename-in.js';
import type { IndexSpec } from './index/spec.js';
import { isNew } from './is-new.js';
import { indexConflicts } from './rows/constraint-conflicts.js';
import { joinsParent, staysFromParent } from './table/along.js';
import { dropsColumnOf } from './table/deltas.js';
import { remakesType } from './type/remakes-type.js';

/** Indexes that somebody created; those of constraints belong to the constraints. */
export const indexKind: ObjectKind<IndexSpec> = {
  kind: 'index',
  within: 'table',
  namespace: 'relation',
  inspect: inspectIndexes,
  compare: () => ({ replace: 'an index cannot be altered' }),
  survives(index, change, { origin }) {
    if (change.verb === 'replace' || remakesType(change)) return false;
    return !isOn(index, origin(change.address)) || !dropsColumnOf(index.spec.definition, change);
  },
  essence: ({ spec }) => ({ ...spec }),
  conflicts: indexConflicts,
  follow: (index, rename) => followInIndex(index, rename),
  render(change, context) {
    switch (change.verb) {
      case 'create': {
        if (staysFromParent(change.to, context)) return [];
        const { parent } = change.to;
        const isBuilt = parent !== undefined && !isNew(parent, context);
        return [
          {
            summary: `create index ${shown(change.to)}`,
            sql: [{ text: printIndex(change.to) }],
            hazards: isBuilt ? [buildsIndex(shown({ address: parent }))] : [],
          },
        ];
      }
      case 'drop':
        if (joinsParent(change.from, context)) return [];
        return [
          { summary: `drop index ${shown(change.from)}`, sql: [{ text: `DROP INDEX ${qualified(change.from)}` }] },
        ];
      case 'rename':
        return [
          {
            summary: `rename index ${shown(change.from)} to ${shown(change.to)}`,
            sql: [{ text: `ALTER INDEX ${qualified(change.from)} RENAME TO ${quoteName(change.to.name)}` }],
          },
        ];
      case 'alter':
        return { impossible: 'an index is replaced, not altered' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec: { unique, definition } }) => ({ head: `${unique ? 'unique ' : ''}${definition}` }),
};

/** Whether an index is one of a table, or of a partition of it. */
function isOn(index: SchemaObject, table: Address): boolean {
  return index.parent === table || index.needs.includes(table);
}

function printIndex(index: SchemaObject<IndexSpec>): string {
  const { unique, definition } = index.spec;
  return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteName(index.name)} ON ${qualifiedAt(index.parent as Address)} ${definition}`;
}

/** The server rewrites an index when a column of its table is renamed. */
function followInIndex(index: SchemaObject<IndexSpec>, rename: Rename): SchemaObject<IndexSpec> {
  const withDefinition = (definition: string) => schemaObject({ ...index, spec: { ...index.spec, definition } });
  const { definition } = index.spec;
  if (rename.of === 'object') {
    return index.needs.includes(rename.to) ? withDefinition(followName(definition, rename)) : index;
  }
  return isOn(index, rename.object) ? withDefinition(renameColumnIn(definition, rename.from, rename.to)) : index;
}

const notWhole =
  'it is invalid: it is being built, or was left by an attempt that failed, and makes way for one of its name';

async function* inspectIndexes(reading: Reading): AsyncGenerator<Found<IndexSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const row of catalogue.where(indexes, 'constraint', 0)) {
    const { oid, relation, namespace, name, definition, unique, valid, attached } = row;
    // What a partition has from its table is the table's.
    if (attached) continue;
    const place = catalogue.placeOf(namespace);
    const parent = catalogue.addressOf('pg_class', relation);
    if (parent === undefined) continue;
    if (!valid) {
      yield { scope: place.scope, unmanaged: { kind: 'index', name, reason: notWhole } };
      continue;
    }
    const object = schemaObject<IndexSpec>({
      kind: 'index',
      address: address('index', ...place.prefix, name),
      name,
      parent,
      spec: { unique, definition },
      needs: [...new Set([...ancestorsOf(catalogue, relation), ...catalogue.needsOf('pg_class', oid)])]
        .filter((need) => need !== parent)
        .sort(),
    });
    yield { scope: place.scope, object };
  }
}
