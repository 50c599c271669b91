import { type Address, type ObjectKind, type RenderContext, type SchemaObject, schemaObject } from '@sync/core';
import { endsGuarantee } from '@sync/dialect-postgres';
import type { IndexSpec } from '../read/specs.js';
import { qualifiedAt, quoteName, shown } from '../text/names.js';
import { followIn, mentionsColumn } from './follow.js';
import { fillsByJob, unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';

type Index = SchemaObject<IndexSpec>;

/**
 * Indexes, those of UNIQUE constraints among them: to the server they are one. Each is called within its table, and built by a job that keeps nobody waiting, so that
 * CONCURRENTLY would say nothing.
 */
export const indexKind: ObjectKind<IndexSpec> = {
  kind: 'index',
  within: 'table',
  sharesPlace: ({ parent }) => parent,
  inspect: (reading) => inspectKind(reading, 'index'),
  compare(from, to) {
    const { hidden: was = false, ...before } = from.spec;
    const { hidden: is = false, ...after } = to.spec;
    if (JSON.stringify(parts(before)) !== JSON.stringify(parts(after))) {
      return { replace: 'an index cannot be altered' };
    }
    return [{ type: 'change-visibility', path: ['hidden'], from: !was, to: !is }];
  },
  survives(index, change) {
    if (change.verb === 'replace') return false;
    return !(change.verb === 'alter' && change.deltas.some(({ type, path }) => isTaken(index, type, path)));
  },
  essence: ({ spec }) => ({ ...spec }),
  follow: (index, rename) => {
    if (rename.of === 'member' && rename.object !== index.parent) return index;
    return schemaObject({ ...index, spec: { ...index.spec, definition: followIn(index.spec.definition, rename) } });
  },
  absence: 'slow',
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create index ${shown(change.to)}`,
            sql: [{ text: printIndex(change.to) }],
            hazards: isNew(change.to, context) ? [] : [fillsByJob(tableOf(change.to), `index ${change.to.name}`)],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop index ${shown(change.from)}`,
            // A unique index may be a constraint's, which the server lets go of with CASCADE alone.
            sql: [{ text: `DROP INDEX ${placeOf(change.from)}${change.from.spec.unique ? ' CASCADE' : ''}` }],
            hazards: change.from.spec.unique
              ? [unlocked(endsGuarantee(tableOf(change.from), `unique index ${change.from.name}`))]
              : [],
          },
        ];
      case 'rename':
        return [
          {
            summary: `rename index ${shown(change.from)} to ${change.to.name}`,
            sql: [{ text: `ALTER INDEX ${placeOf(change.from)} RENAME TO ${quoteName(change.to.name)}` }],
          },
        ];
      case 'alter':
        return [
          {
            summary: `${change.to.spec.hidden ? 'hide' : 'show'} index ${shown(change.to)}`,
            sql: [{ text: `ALTER INDEX ${placeOf(change.to)} ${change.to.spec.hidden ? 'NOT VISIBLE' : 'VISIBLE'}` }],
          },
        ];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({
    head: [...(spec.unique ? ['unique'] : []), ...(spec.method ? [spec.method] : []), spec.definition].join(' '),
  }),
};

function parts({ unique, method, definition, options }: IndexSpec): readonly unknown[] {
  return [unique, method ?? null, definition, options ?? null];
}

/** Whether a column goes, or becomes another, that an index has: the server lets go of the index along with it. */
function isTaken({ spec }: Index, type: string, [of, name = '']: readonly string[]): boolean {
  const takes = type === 'drop-column' || type === 'change-type' || type === 'change-generated';
  return of === 'columns' && takes && mentionsColumn(spec.definition, name);
}

function isNew({ parent }: Index, { base, origin }: RenderContext): boolean {
  return parent !== undefined && !base.has(origin(parent));
}

function printIndex(index: Index): string {
  const { unique, method, definition, hidden } = index.spec;
  const sort = [...(unique ? ['UNIQUE'] : []), ...(method ? [method.toUpperCase()] : []), 'INDEX'].join(' ');
  const text = `CREATE ${sort} ${quoteName(index.name)} ON ${qualifiedAt(index.parent as Address)} ${definition}`;
  return hidden ? `${text} NOT VISIBLE` : text;
}

/** What the server calls it by: `public.users@users_by_mail`. */
function placeOf(index: Index): string {
  return `${qualifiedAt(index.parent as Address)}@${quoteName(index.name)}`;
}

function tableOf({ parent }: Index): string {
  return shown({ address: parent as Address });
}
