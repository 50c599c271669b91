import {
  type Address,
  address,
  type Change,
  type Delta,
  type Found,
  type Impossible,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients } from '../hazards.js';
import { enums } from '../read/parts/enums.js';
import { readCatalogue } from '../read/read-catalogue.js';
import { schemaNeed } from '../read/schema-need.js';
import { quoteText } from '../text/literal.js';
import { qualified, shown } from '../text/qualified.js';
import { reshapeEnum } from './enum/reshape.js';
import { serveBothEnums } from './enum/serve-both.js';
import type { EnumSpec, LabelDelta } from './enum/spec.js';
import { renaming } from './renaming.js';
import { enumConflicts } from './rows/type-conflicts.js';
import { computedOver } from './type/computed.js';
import { remakesOver } from './type/remade.js';
import { remakesType } from './type/remakes-type.js';

/** Enumerated types: values are added and renamed in place; for anything else the type is made anew and the columns are converted. */
export const enumKind: ObjectKind<EnumSpec, LabelDelta> = {
  kind: 'postgres/enum',
  title: 'enum',
  namespace: 'type',
  inspect: inspectEnums,
  conflicts: enumConflicts,
  entails(change, context) {
    const { base, origin } = context;
    const type = remakesType(change) ? base.get(origin(change.address)) : undefined;
    return type
      ? new Map<Address, readonly Delta[]>([...remakesOver(type, base), ...computedOver(change, context)])
      : new Map();
  },
  serveBoth: serveBothEnums,
  compare: (from, to, { renamed }) => deltasOf(from.spec.labels, to.spec.labels, renamed),
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create enum ${shown(change.to)}`, sql: [{ text: printEnum(change.to) }] }];
      case 'drop':
        return [{ summary: `drop enum ${shown(change.from)}`, sql: [{ text: `DROP TYPE ${qualified(change.from)}` }] }];
      case 'rename':
        return [renaming({ ...change, title: 'enum', called: (each) => `TYPE ${qualified(each)}` }, context)];
      case 'alter':
        return alterEnum(change, context);
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.labels.map(quoteText).join(', ')})` }),
};

function printEnum(type: SchemaObject<EnumSpec>): string {
  return `CREATE TYPE ${qualified(type)} AS ENUM (${type.spec.labels.map(quoteText).join(', ')})`;
}

function deltasOf(
  from: readonly string[],
  to: readonly string[],
  renamed: ReadonlyMap<string, string>,
): readonly LabelDelta[] {
  const deltas: LabelDelta[] = [];
  const present = new Set(from);
  const wanted = new Set(to);
  const origin = (label: string) => (present.has(label) ? label : (renamed.get(label) ?? label));
  for (const label of to) {
    const old = origin(label);
    if (old !== label && present.has(old) && !wanted.has(old)) {
      deltas.push({ type: 'rename-value', path: ['labels', label], from: old, to: label });
    }
  }
  const kept = new Set(to.map(origin));
  for (const label of from)
    if (!kept.has(label)) deltas.push({ type: 'drop-value', path: ['labels', label], from: label });
  const before = from.filter((label) => kept.has(label));
  const after = to.map(origin).filter((label) => present.has(label));
  if (before.some((label, i) => label !== after[i])) {
    deltas.push({ type: 'change-order', path: ['labels'], from: before, to: after });
  }
  // From the end, so that the one to go before is always there.
  for (const [i, label] of [...to.entries()].reverse()) {
    const next = to[i + 1];
    if (!present.has(origin(label))) {
      deltas.push({
        type: 'add-value',
        path: ['labels', label],
        to: label,
        ...(next !== undefined && { before: next }),
      });
    }
  }
  return deltas;
}

function alterEnum(
  { from, to, deltas }: Extract<Change<EnumSpec, LabelDelta>, { verb: 'alter' }>,
  context: RenderContext,
): readonly StepDraft[] | Impossible {
  if (deltas.some(({ type }) => type === 'drop-value' || type === 'change-order')) {
    const renames = deltas.filter(({ type }) => type === 'rename-value');
    const renamed = new Map(renames.map((delta) => [String(delta.from), String(delta.to)]));
    const step = reshapeEnum(from, to, renamed, context);
    return 'impossible' in step ? step : [step];
  }
  return deltas.map((delta) => (delta.type === 'rename-value' ? renameValue(to, delta) : addValue(to, delta)));
}

function renameValue(type: SchemaObject, delta: LabelDelta): StepDraft {
  const [from, to] = [String(delta.from), String(delta.to)];
  return {
    summary: `rename value ${from} of enum ${shown(type)} to ${to}`,
    sql: [{ text: `ALTER TYPE ${qualified(type)} RENAME VALUE ${quoteText(from)} TO ${quoteText(to)}` }],
    hazards: [breaksClients('enum value', from, to)],
  };
}

/** A value that was added can be used only once that is committed, so nothing that uses it may stand in the same transaction. */
function addValue(type: SchemaObject, { to, before }: LabelDelta): StepDraft {
  const position = before === undefined ? '' : ` BEFORE ${quoteText(before)}`;
  return {
    summary: `add value ${String(to)} to enum ${shown(type)}`,
    sql: [{ text: `ALTER TYPE ${qualified(type)} ADD VALUE ${quoteText(String(to))}${position}` }],
    atomic: false,
  };
}

async function* inspectEnums(reading: Reading): AsyncGenerator<Found<EnumSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { namespace, name, labels } of catalogue.rows(enums)) {
    const place = catalogue.placeOf(namespace);
    const object = schemaObject<EnumSpec>({
      kind: 'postgres/enum',
      address: address('postgres/enum', ...place.prefix, name),
      name,
      spec: { labels },
      needs: schemaNeed(place),
    });
    yield { scope: place.scope, object };
  }
}
