import { type Address, type ObjectKind, type SchemaObject, schemaObject } from '@sync/core';
import type { TriggerSpec } from '../read/specs.js';
import { qualifiedAt, quoteName, shown } from '../text/names.js';
import { followIn } from './follow.js';
import { inspectKind } from './inspecting.js';

const kind = 'postgres/trigger';

type Trigger = SchemaObject<TriggerSpec & { readonly constraint?: true; readonly state?: string }>;

/** Triggers, which the server has for rows. It alters none. */
export const triggerKind: ObjectKind<Trigger['spec']> = {
  kind,
  title: 'trigger',
  within: 'table',
  inspect: (reading) => inspectKind(reading, kind),
  compare: () => ({ replace: 'a trigger cannot be altered' }),
  survives: (_trigger, change) => change.verb !== 'replace' && change.kind === 'table',
  follow: (trigger, rename) =>
    rename.of === 'object'
      ? schemaObject({ ...trigger, spec: { ...trigger.spec, action: followIn(trigger.spec.action, rename) } })
      : trigger,
  render(change, { server }) {
    switch (change.verb) {
      case 'create': {
        if (!server.features.has('trigger-catalogue')) {
          return {
            impossible: 'triggers of this version cannot be read back: the server prints them all from 25.3 on',
            hint: 'Upgrade the server, or create the trigger by hand and keep it out of the desired state.',
          };
        }
        const lack = lacking(change.to);
        if (lack !== undefined) return { impossible: lack, hint: 'Write it as a trigger FOR EACH ROW.' };
        const { event, action } = change.to.spec;
        const text = `CREATE TRIGGER ${quoteName(change.to.name)} ${event} ON ${tableOf(change.to)} ${action}`;
        return [{ summary: `create trigger ${shown(change.to)}`, sql: [{ text }] }];
      }
      case 'drop':
        return [
          {
            summary: `drop trigger ${shown(change.from)}`,
            sql: [{ text: `DROP TRIGGER ${quoteName(change.from.name)} ON ${tableOf(change.from)}` }],
          },
        ];
      case 'rename':
      case 'alter':
        return { impossible: 'the server alters and renames no trigger', hint: 'Drop it and create another one.' };
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: `${spec.event} ${spec.action}` }),
};

function lacking({ name, spec }: Trigger): string | undefined {
  if (spec.constraint) return `trigger ${name} is a constraint trigger, which CockroachDB has not`;
  if (spec.state !== undefined) return `trigger ${name} is to be ${spec.state}, which CockroachDB’s triggers never are`;
  return spec.action.includes('FOR EACH STATEMENT')
    ? `trigger ${name} is for each statement, and CockroachDB’s are for each row`
    : undefined;
}

function tableOf({ parent }: Trigger): string {
  return qualifiedAt(parent as Address);
}
