import type { Address, RenderContext } from '@sync/core';

/** Whether what is at this address of the goal is made in the same plan, so that it holds nothing yet and nobody uses it. */
export function isNew(address: Address | undefined, { change }: Pick<RenderContext, 'change'>): boolean {
  const verb = address === undefined ? undefined : change(address)?.verb;
  return verb === 'create' || verb === 'replace';
}
