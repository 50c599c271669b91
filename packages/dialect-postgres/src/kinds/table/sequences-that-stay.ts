import type { Address, Hazard, Ref, RenderContext } from '@sync/core';
import { qualifiedAt } from '../../text/qualified.js';
import { leaveTable, placeOf } from '../access/as-its-table.js';
import type { ColumnSpec } from './spec.js';

/** What a column lets go of before it goes, and which steps come after that. */
export interface LettingGo {
  readonly sql: readonly string[];
  readonly hazards: readonly Hazard[];
  readonly after: readonly Ref[];
  readonly before: readonly Ref[];
}

/**
 * Columns that go take along the sequences that they own, or are kept by those that take values from these. A sequence that stays is let go of before, and only then
 * does another column take it.
 */
export function letSequencesStay(
  table: Address,
  columns: readonly Pick<ColumnSpec, 'owns'>[],
  context: Pick<RenderContext, 'base' | 'change' | 'goal' | 'origin'>,
): LettingGo {
  const { base, change, goal, origin } = context;
  const staying = columns
    .flatMap(({ owns = [] }) => owns)
    .filter((each) => {
      const verb = change(each)?.verb;
      // Another one may get its name, as schemas trade theirs.
      const isThere = goal.has(each) && base.has(origin(each));
      return isThere && verb !== 'drop' && verb !== 'replace';
    });
  const takers = staying.flatMap((each) => placeOf(goal.get(each))?.table ?? []);
  const left = staying.filter((each) => !placeOf(goal.get(each))).map((each) => leaveTable(each, table, context));
  return {
    sql: [
      ...staying.map((each) => `ALTER SEQUENCE ${qualifiedAt(each)} OWNED BY NONE`),
      ...left.flatMap(({ sql }) => sql),
    ],
    hazards: left.flatMap(({ hazards }) => hazards),
    after: staying.map((address) => ({ verb: 'rename', address })),
    before: takers.flatMap((address): readonly Ref[] => {
      const verb = change(address)?.verb;
      return verb && address !== table ? [{ verb, address }] : [];
    }),
  };
}
