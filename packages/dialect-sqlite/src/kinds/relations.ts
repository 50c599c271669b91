import { address, type Catalogue } from '@sync/core';
import { foldName } from '../text/names.js';

/** The kinds whose objects statements can read, and which share their names. */
export const relationKinds: readonly string[] = ['table', 'view', 'sqlite/virtual-table'];

/** Whether a name means something to those who read it. */
export function isRelation(name: string, { has }: Pick<Catalogue, 'has'>): boolean {
  return relationKinds.some((kind) => has(address(kind, foldName(name))));
}
