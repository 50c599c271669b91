import type { SchemaObject } from '../model/object.js';
import { bridgeText } from './bridge.js';
import type { BridgeState } from './bridge-object.js';
import type { ObjectKind, RenderContext } from './kind.js';
import type { StepDraft } from './step.js';

/** What a dialect tells of its bridges: how they are found, made and dropped. */
export interface BridgeParts extends Pick<ObjectKind<BridgeState>, 'inspect' | 'survives'> {
  create(bridge: SchemaObject<BridgeState>, context: RenderContext): readonly StepDraft[];
  drop(bridge: SchemaObject<BridgeState>, context: RenderContext): StepDraft;
}

const anew = 'what keeps columns in step is made anew';

/** The kind of what keeps an old column and those in its place in step, for as long as clients of both shapes write. */
export function bridgeKindOf(kind: string, { create, drop, ...parts }: BridgeParts): ObjectKind<BridgeState> {
  return {
    ...parts,
    kind,
    title: 'bridge',
    within: 'table',
    compare: () => ({ replace: anew }),
    describe: ({ spec }) => ({ head: bridgeText(spec) }),
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return create(change.to, context);
        case 'drop':
          return [drop(change.from, context)];
        case 'alter':
        case 'rename':
          return { impossible: anew };
        default:
          return change satisfies never;
      }
    },
  };
}
