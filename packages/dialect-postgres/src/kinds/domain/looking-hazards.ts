import type { Hazard } from '@sync/core';
import { rewritesTable, scansTable } from '../../hazards.js';
import { shown } from '../../text/qualified.js';
import type { TypeUse } from '../type/uses.js';

/** What it takes that all columns of a domain are looked at. Lists of it are turned into lists of what it is over, and back. */
export function lookingHazards(uses: readonly TypeUse[], lists: readonly TypeUse[], why: string): readonly Hazard[] {
  return [
    ...uses.map(({ table }) => scansTable(shown(table), why, 'SHARE')),
    ...lists.map(({ table }) => rewritesTable(shown(table), 'because it holds lists of the domain')),
  ];
}
