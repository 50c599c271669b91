import { SyncError } from '../errors.js';
import type { Layout } from './layout.js';
import type { Script } from './script.js';
import type { ScriptState, Standing, StandingScript } from './standing.js';

/** Which migrations are to run. */
export interface ScriptChoice {
  readonly direction: 'up' | 'down';
  /** How many; default: up all, down one. */
  readonly steps?: number;
  /** Whether those may run that come before one which was applied, where their tool does not. */
  readonly late?: boolean;
  /** Whether others run though one was changed since it was applied. */
  readonly changed?: boolean;
}

/** The migrations to run, in their order; throws where something stands otherwise than its tool would go on from. */
export function chooseScripts(
  { scripts, applied }: Standing,
  layout: Layout,
  { direction, steps, late = layout.late, changed = false }: ScriptChoice,
): readonly Script[] {
  refuse(scripts, 'failed', failedError);
  if (!changed) refuse(scripts, 'changed', changedError);
  if (direction === 'down') return backwards(scripts, applied, layout, steps ?? 1);
  if (!late) refuse(scripts, 'late', (found) => lateError(found, layout));
  const open = new Set<ScriptState>(['pending', 'late', 'again']);
  const chosen = scripts.flatMap(({ state, script }) => (script && open.has(state) ? [script] : []));
  if (chosen.length > 0 && layout.leftTo !== undefined) throw leftTo(layout, layout.leftTo);
  return steps === undefined ? chosen : chosen.slice(0, steps);
}

/** The newest that were applied, the last one first. */
function backwards(
  scripts: readonly StandingScript[],
  applied: Standing['applied'],
  layout: Layout,
  steps: number,
): readonly Script[] {
  const known = new Map(scripts.map((each) => [each.id, each]));
  const stands = applied.filter(({ id }) => !known.get(id)?.script?.repeats);
  return stands
    .slice(-steps)
    .reverse()
    .map(({ id }) => {
      const script = known.get(id)?.script;
      if (!script) throw goneError(id);
      if (!script.down) throw noWayBack(script, layout);
      return script;
    });
}

function refuse(
  scripts: readonly StandingScript[],
  state: ScriptState,
  errorOf: (names: readonly string[]) => SyncError,
): void {
  const found = scripts.flatMap((each) => (each.state === state ? [each.name] : []));
  if (found.length > 0) throw errorOf(found);
}

function failedError(names: readonly string[]): SyncError {
  return new SyncError({
    code: 'OUT_OF_SYNC',
    op: 'migrate',
    message: `${names.join(', ')} began and did not come to its end`,
    hint: 'Nothing was run. Look at what of it holds, put that right, and have the tool itself note how it stands (force, resolve or repair, as it calls that).',
    details: { failed: names },
  });
}

function changedError(names: readonly string[]): SyncError {
  return new SyncError({
    code: 'OUT_OF_SYNC',
    op: 'migrate',
    message: `${names.join(', ')} was changed after it was applied`,
    hint: 'Nothing was run. Put the file back as it was and write what is new into another one; or pass --despite-changes where the change says the same.',
    details: { changed: names },
  });
}

function lateError(names: readonly string[], { tool }: Layout): SyncError {
  return new SyncError({
    code: 'OUT_OF_SYNC',
    op: 'migrate',
    message: `${names.join(', ')} was not applied, and one that comes after it was: ${tool} does not go back for it`,
    hint: 'Nothing was run. Give it a newer version, or pass --out-of-order.',
    details: { late: names },
  });
}

function leftTo({ name, tool }: Layout, how: string): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'migrate',
    message: `folders of the layout ${name} are read, and their migrations are left to ${tool}`,
    hint: `Nothing was run. Run them with ${tool} itself (${how}), or sync to the schema in place of running migrations.`,
  });
}

function goneError(id: string): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'migrate',
    message: `${id} is applied, and its file is gone: nothing tells how to take it back`,
    hint: 'Nothing was run. Restore the file from version control.',
  });
}

function noWayBack({ name }: Script, { tool }: Layout): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'migrate',
    message: `${name} says nothing of how to take it back`,
    hint: `Nothing was run. Write what takes it back, where ${tool} has a place for that; or sync to the schema as it was: sync --to git:REVISION:PATH.`,
  });
}
