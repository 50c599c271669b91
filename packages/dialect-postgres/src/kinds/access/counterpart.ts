import { type Address, address, type Change, partsOf, type RenderContext, type SchemaObject } from '@sync/core';
import { relationKinds, routineKinds, typeKinds } from '../../text/kind-groups.js';

/** Kinds of which an object may become one of another under its name, and that may be granted the same. */
const alike: readonly ReadonlySet<string>[] = [relationKinds, typeKinds, routineKinds];

/** What of another kind goes in the same plan under the name of what is made. */
export function formerly(
  at: Address,
  { base, change }: Pick<RenderContext, 'base' | 'change'>,
): SchemaObject | undefined {
  const gone = besides(at).find((other) => base.has(other) && change(other)?.verb === 'drop');
  return gone === undefined ? undefined : base.get(gone);
}

/** Where the object is once the plan is done that is taken down here: the same, or one of another kind under its name. */
export function thereafter(
  { address: at, verb }: Change,
  { change, goal }: Pick<RenderContext, 'change' | 'goal'>,
): Address | undefined {
  const whole = change(at);
  if (verb !== 'drop' || whole === undefined) return undefined;
  if (whole.verb === 'replace') return whole.to.address;
  return besides(at).find((other) => goal.has(other) && change(other)?.verb === 'create');
}

function besides(at: Address): readonly Address[] {
  const { kind, parts } = partsOf(at);
  const kinds = alike.find((group) => group.has(kind)) ?? [];
  return [...kinds].filter((other) => other !== kind).map((other) => address(other, ...parts));
}
