import {
  type Address,
  address,
  type Change,
  type Delta,
  type Found,
  type Hazard,
  type Impossible,
  type ObjectKind,
  type Reading,
  type Rename,
  type RenderContext,
  type SchemaObject,
  type Statement,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients, dropsAttribute, locksTable } from '../hazards.js';
import { columns } from '../read/parts/columns.js';
import { compositeTypes } from '../read/parts/composite-types.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { followName } from '../text/follow-name.js';
import { quoteName } from '../text/names.js';
import { pathOf, qualified, shown } from '../text/qualified.js';
import { attributeDeltas, hasOtherShape, printAttribute } from './composite/deltas.js';
import { printComposite, remakeComposite } from './composite/remake.js';
import type { AttributeDelta, CompositeSpec } from './composite/spec.js';
import { renaming } from './renaming.js';
import { compositeConflicts } from './rows/composite-conflicts.js';
import { isInOrderOfType, tablesOf } from './table/typed.js';
import { computedOver } from './type/computed.js';
import { remakesOver } from './type/remade.js';
import { remakesType } from './type/remakes-type.js';
import { holdersOfType } from './type/values.js';

type Composite = SchemaObject<CompositeSpec>;

/** Composite types: attributes come at the end, go and are renamed in place; for anything else the type is made anew. */
export const compositeTypeKind: ObjectKind<CompositeSpec, AttributeDelta> = {
  kind: 'postgres/composite-type',
  title: 'composite type',
  namespace: ['type', 'relation'],
  inspect: inspectComposites,
  conflicts: compositeConflicts,
  compare: (from, to, { renamed }) => attributeDeltas(from, to, renamed),
  follow: followInComposite,
  survives: () => true,
  entails(change, context) {
    const { base, origin } = context;
    const type = remakesType(change) ? base.get(origin(change.address)) : undefined;
    return type
      ? new Map<Address, readonly Delta[]>([...remakesOver(type, base), ...computedOver(change, context)])
      : new Map();
  },
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create composite type ${shown(change.to)}`, sql: [{ text: printComposite(change.to) }] }];
      case 'drop':
        return [
          {
            summary: `drop composite type ${shown(change.from)}`,
            sql: [{ text: `DROP TYPE ${qualified(change.from)}` }],
          },
        ];
      case 'rename':
        return [renaming({ ...change, title: 'composite type', called: (each) => `TYPE ${qualified(each)}` }, context)];
      case 'alter':
        return alterComposite(change, context);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.attributes.map(printAttribute).join(', ')})` }),
};

function alterComposite(
  { from, to, deltas }: Extract<Change<CompositeSpec, AttributeDelta>, { verb: 'alter' }>,
  context: RenderContext,
): readonly StepDraft[] | Impossible {
  if (deltas.some(({ type }) => type === 'change-attributes' || type === 'change-parts')) {
    const step = remakeComposite({ from, to, deltas }, context);
    if ('impossible' in step) return step;
    const { staying, after } = tablesOf(to, context);
    const [table] = staying;
    if (table && deltas.some(({ type }) => type === 'change-parts')) {
      return {
        impossible: `table ${shown(table)} is of it, and takes its columns from there, and a type of one of them has to be made anew`,
        hint: `Let ${shown(table)} have columns of its own in one run, and be of the type again in another.`,
      };
    }
    const held = staying.find((each) => !isInOrderOfType(each, context));
    if (held) {
      return {
        impossible: `table ${shown(held)} is of it, and its columns would not be in the order of the attributes: the server moves none`,
        hint: 'Leave the attributes in their places, or make another type and a new table of it, copy the rows, and drop the old one: in runs of their own, or by hand.',
      };
    }
    return [
      {
        ...step,
        after: [...(step.after ?? []), ...after],
        sql: [...staying.map(letGo), ...step.sql],
        hazards: [...(step.hazards ?? []), ...staying.map(locked)],
      },
    ];
  }
  const alter = `ALTER TYPE ${qualified(to)}`;
  const holders = holdersOfType(context.base.get(context.origin(to.address)) ?? from, context.base);
  const { staying, after } = tablesOf(to, context);
  const steps = deltas.map((delta): StepDraft => {
    const name = delta.path[1] ?? '';
    const of = `of composite type ${shown(to)}`;
    if (delta.type === 'rename-attribute') {
      const [old, next] = [String(delta.from), String(delta.to)];
      return {
        summary: `rename attribute ${old} ${of} to ${next}`,
        sql: [
          {
            text: `${alter} RENAME ATTRIBUTE ${quoteName(old)} TO ${quoteName(next)}${staying.length > 0 ? ' CASCADE' : ''}`,
          },
        ],
        hazards: [breaksClients('attribute', `${shown(to)}.${old}`, next), ...staying.map(locked)],
      };
    }
    if (delta.type === 'add-attribute') {
      return { summary: `add attribute ${name} ${of}`, sql: [{ text: `${alter} ADD ATTRIBUTE ${String(delta.to)}` }] };
    }
    return {
      summary: `drop attribute ${name} ${of}`,
      sql: [{ text: `${alter} DROP ATTRIBUTE ${quoteName(name)}` }],
      hazards: holders.map(({ table, path }) => dropsAttribute(pathOf(to), name, [...pathOf(table), ...path])),
    };
  });
  const shaping = deltas.findIndex((delta) => hasOtherShape([delta]));
  return steps.map((step, i) => {
    const released = i === shaping ? staying : [];
    return {
      ...step,
      after,
      sql: [...released.map(letGo), ...step.sql],
      hazards: [...(step.hazards ?? []), ...released.map(locked)],
    };
  });
}

/** A table of the type is one of its own until its columns are changed, too. */
function letGo(table: SchemaObject): Statement {
  return { text: `ALTER TABLE ${qualified(table)} NOT OF` };
}

function locked(table: SchemaObject): Hazard {
  return locksTable(shown(table), 'ACCESS EXCLUSIVE');
}

/** The server writes new names of types into the attributes. */
function followInComposite(type: Composite, rename: Rename): Composite {
  if (rename.of !== 'object' || !type.needs.includes(rename.to)) return type;
  const attributes = type.spec.attributes.map(({ type: of, collation, ...rest }) => ({
    ...rest,
    type: followName(of, rename),
    ...(collation !== undefined && { collation: followName(collation, rename) }),
  }));
  return schemaObject({ ...type, spec: { attributes } });
}

async function* inspectComposites(reading: Reading): AsyncGenerator<Found<CompositeSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { relation, namespace, name } of catalogue.rows(compositeTypes)) {
    const place = catalogue.placeOf(namespace);
    const attributes = catalogue
      .where(columns, 'relation', relation)
      .map((row) => ({ name: row.name, type: row.type, ...(row.collation !== null && { collation: row.collation }) }));
    const object = schemaObject<CompositeSpec>({
      kind: 'postgres/composite-type',
      address: address('postgres/composite-type', ...place.prefix, name),
      name,
      spec: { attributes },
      needs: [...new Set([...schemaNeed(place), ...catalogue.needsOf('pg_class', relation)])].sort(),
    });
    yield { scope: place.scope, object };
  }
}
