import type { ObjectKind } from '@sync/core';
import { dropsSequence } from '@sync/dialect-postgres';
import type { SequenceSpec } from '../read/specs.js';
import { pathOf, qualified, shown } from '../text/names.js';
import { unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';
import { renaming } from './renaming.js';
import { memberDeltas } from './simple-deltas.js';

/** Sequences. How far one has counted stays whatever changes. */
export const sequenceKind: ObjectKind<SequenceSpec> = {
  kind: 'sequence',
  namespace: ['relation', 'type'],
  inspect: (reading) => inspectKind(reading, 'sequence'),
  compare(from, to) {
    if (from.spec.virtual !== to.spec.virtual) return { replace: 'a counter does not become a clock' };
    return memberDeltas(from.spec, to.spec);
  },
  render(change) {
    if ('to' in change && change.to.spec.cycle) {
      return { impossible: 'CockroachDB’s sequences do not CYCLE', hint: 'Let it end, and begin again by hand.' };
    }
    switch (change.verb) {
      case 'create':
        return [
          {
            summary: `create sequence ${shown(change.to)}`,
            sql: [{ text: `CREATE SEQUENCE ${qualified(change.to)} ${printSequence(change.to.spec)}` }],
          },
        ];
      case 'drop':
        return [
          {
            summary: `drop sequence ${shown(change.from)}`,
            sql: [{ text: `DROP SEQUENCE ${qualified(change.from)}` }],
            hazards: [unlocked(dropsSequence(pathOf(change.from)))],
          },
        ];
      case 'rename':
        return renaming(change, 'SEQUENCE', 'sequence');
      case 'alter':
        return [
          {
            summary: `alter sequence ${shown(change.to)}`,
            sql: [{ text: `ALTER SEQUENCE ${qualified(change.to)} ${printSequence(change.to.spec)}` }],
          },
        ];
      default:
        return change satisfies never;
    }
  },
  describe: ({ spec }) => ({ head: printSequence(spec) }),
};

/** All options: what is left out would be kept. */
function printSequence(spec: SequenceSpec): string {
  if (spec.virtual) return 'VIRTUAL';
  const cache = /^node (.*)$/.exec(spec.cache)?.[1];
  return [
    `AS ${spec.type}`,
    `MINVALUE ${spec.minimum}`,
    `MAXVALUE ${spec.maximum}`,
    `INCREMENT ${spec.increment}`,
    `START ${spec.start}`,
    cache === undefined ? `CACHE ${spec.cache}` : `PER NODE CACHE ${cache}`,
  ].join(' ');
}
