import type { Session } from '../contract/connection.js';
import { readBook } from './find-books.js';
import type { ToolRow } from './layout.js';
import type { Migrations } from './read-migrations.js';
import type { Applied, Script } from './script.js';
import type { ToolContext } from './tool-table.js';

/** How a migration stands in a database. */
export type ScriptState =
  /** Applied, and as it was then as far as its tool can tell. */
  | 'applied'
  | 'pending'
  /** Applied, and changed since. */
  | 'changed'
  /** It runs again, since it was changed: its tool does so. */
  | 'again'
  /** It began, and did not come to its end. */
  | 'failed'
  /** Applied, and its file is gone. */
  | 'missing'
  /** Not applied, though one that comes after it is. */
  | 'late';

/** One migration with how it stands. */
export interface StandingScript {
  readonly id: string;
  readonly name: string;
  readonly state: ScriptState;
  readonly script?: Script;
}

/** A folder of migrations as it stands in a database. */
export interface Standing {
  readonly rows: readonly ToolRow[];
  readonly applied: readonly Applied[];
  /** Those of the folder in their order, and then those whose files are gone. */
  readonly scripts: readonly StandingScript[];
}

/** Compares a folder of migrations with what the table of its tool holds. */
export async function readStanding(
  { layout, scripts }: Migrations,
  session: Session,
  context: ToolContext,
): Promise<Standing> {
  const rows = await readBook(session, layout, context);
  const applied = layout.applied(rows, scripts);
  const known = new Map(applied.map((each) => [each.id, each]));
  const last = scripts.findLastIndex((script) => !script.repeats && known.has(script.id));
  const there = scripts.map((script, at): StandingScript => {
    const { id, name } = script;
    return { id, name, script, state: stateOf(script, known.get(id), at < last) };
  });
  const own = new Set(scripts.map(({ id }) => id));
  const gone = applied.flatMap(({ id, failed }): StandingScript[] =>
    own.has(id) ? [] : [{ id, name: id, state: failed ? 'failed' : 'missing' }],
  );
  return { rows, applied, scripts: [...there, ...gone] };
}

function stateOf({ checksum, repeats }: Script, applied: Applied | undefined, isPassed: boolean): ScriptState {
  if (!applied) return isPassed && !repeats ? 'late' : 'pending';
  if (applied.failed) return 'failed';
  const isOtherwise = checksum !== undefined && applied.checksum !== undefined && applied.checksum !== checksum;
  if (!isOtherwise) return 'applied';
  return repeats ? 'again' : 'changed';
}
