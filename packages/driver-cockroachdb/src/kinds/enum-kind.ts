import {
  type Change,
  type ObjectKind,
  type RenderContext,
  type SchemaObject,
  type StepDraft,
  schemaObject,
} from '@sync/core';
import { breaksClients, type EnumSpec, type LabelDelta, enumKind as usual } from '@sync/dialect-postgres';
import { quoteText } from '../text/literal.js';
import { qualified, shown } from '../text/names.js';
import { unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';
import { renaming } from './renaming.js';

const kind = 'postgres/enum';

/** Enumerated types. Values are added, renamed and dropped in place; their order stays. A value can be used once the statement that adds it is committed. */
export const enumKind: ObjectKind<EnumSpec, LabelDelta> = {
  kind,
  title: 'enum',
  namespace: ['relation', 'type'],
  inspect: (reading) => inspectKind(reading, kind),
  compare: usual.compare,
  follow: (type) => schemaObject(type),
  render(change, context) {
    switch (change.verb) {
      case 'create':
        return [{ summary: `create enum ${shown(change.to)}`, sql: [{ text: printEnum(change.to) }] }];
      case 'drop':
        return [{ summary: `drop enum ${shown(change.from)}`, sql: [{ text: `DROP TYPE ${qualified(change.from)}` }] }];
      case 'rename':
        return renaming(change, 'TYPE', 'enum');
      case 'alter': {
        if (change.deltas.some(({ type }) => type === 'change-order')) {
          return {
            impossible: `the values of enum ${shown(change.to)} cannot be put into another order`,
            hint: 'Create a type with the order that is wanted under another name, and change the columns to it.',
          };
        }
        return change.deltas.map((delta) => alteration(change, delta, context));
      }
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `(${spec.labels.map(quoteText).join(', ')})` }),
};

function printEnum(type: SchemaObject<EnumSpec>): string {
  return `CREATE TYPE ${qualified(type)} AS ENUM (${type.spec.labels.map(quoteText).join(', ')})`;
}

function alteration(
  { to: type }: Extract<Change<EnumSpec>, { verb: 'alter' }>,
  delta: LabelDelta,
  { goal }: RenderContext,
): StepDraft {
  const alter = `ALTER TYPE ${qualified(type)}`;
  const [from, to] = [String(delta.from), String(delta.to)];
  switch (delta.type) {
    case 'add-value': {
      const place = delta.before === undefined ? '' : ` BEFORE ${quoteText(delta.before)}`;
      return {
        summary: `add value ${to} to enum ${shown(type)}`,
        sql: [{ text: `${alter} ADD VALUE ${quoteText(to)}${place}` }],
      };
    }
    case 'rename-value':
      return {
        summary: `rename value ${from} of enum ${shown(type)} to ${to}`,
        sql: [{ text: `${alter} RENAME VALUE ${quoteText(from)} TO ${quoteText(to)}` }],
        hazards: [unlocked(breaksClients('enum value', from, to))],
      };
    case 'drop-value':
      // The server refuses this where a row, or a default, has the value.
      return {
        late: true,
        preferAfter: goal.dependents(type.address).map(({ address }) => ({ verb: 'alter', address })),
        summary: `drop value ${from} of enum ${shown(type)}`,
        sql: [{ text: `${alter} DROP VALUE ${quoteText(from)}` }],
      };
    case 'change-order':
      throw new TypeError('an order is never rendered');
    default:
      return delta.type satisfies never;
  }
}
