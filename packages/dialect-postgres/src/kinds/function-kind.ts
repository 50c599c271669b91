import type { ObjectKind, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { changesResults } from '../hazards.js';
import { shown } from '../text/qualified.js';
import { renaming } from './renaming.js';
import { callersOver, callersTakenOver } from './routine/callers-over.js';
import { checkRoutines } from './routine/check.js';
import { compareRoutines } from './routine/compare.js';
import { describeRoutine } from './routine/describe.js';
import { followInRoutine } from './routine/follow.js';
import { inspectRoutines } from './routine/inspect.js';
import { letGoOfRoutine, takingUp } from './routine/let-go.js';
import { mentionsIn } from './routine/mentions.js';
import { callsOf, partitionedBy } from './routine/partitioned-by.js';
import { printRoutine, routineSignature } from './routine/print.js';
import { renamedBeside, together } from './routine/renamed-beside.js';
import { bareName, type RoutineSpec } from './routine/spec.js';
import { isReplacedRoutine } from './type/computed.js';
import { remakesType } from './type/remakes-type.js';
import { disturbs, usesOf } from './uses.js';

type Routine = SchemaObject<RoutineSpec>;

/** Functions: replaced in place where the server takes that, else dropped and created again with what uses them. */
export const functionKind = routineKind('postgres/function', 'function');

/** Procedures. They and functions cannot have one name and the same arguments. */
export const procedureKind = routineKind('postgres/procedure', 'procedure');

function routineKind(kind: string, title: 'function' | 'procedure'): ObjectKind<RoutineSpec> {
  const word = title.toUpperCase();
  const of = (routine: Routine) => `${title} ${shown(routine)}`;
  return {
    kind,
    title,
    namespace: 'routine',
    bareName,
    inspect: (reading) => inspectRoutines(reading, kind),
    check: checkRoutines,
    compare: compareRoutines,
    follow: followInRoutine,
    entails(change, context) {
      if (change.verb === 'create') return callersTakenOver(change, context);
      return change.verb === 'replace' ? callersOver(change, context) : new Map();
    },
    survives: (routine, change, context) =>
      change.verb !== 'replace' && !remakesType(change) && !disturbs(change, usesOf(routine), context),
    render(change, context) {
      switch (change.verb) {
        case 'create': {
          const sql = [{ text: printRoutine(word, change.to, { replace: false }) }];
          const made = { summary: `create ${of(change.to)}`, ...writing(change.to, context), sql };
          return takingUp(made, change.address, context);
        }
        case 'drop': {
          const isReplaced = isReplacedRoutine(change.from, context);
          const held = isReplaced && partitionedBy(change.address, context, callsOf(change.from));
          if (held) return held;
          const aside = isReplaced ? letGoOfRoutine(change.from, context) : { sql: [] };
          const text = `DROP ${word} ${routineSignature(word, change.from)}`;
          return [{ summary: `drop ${of(change.from)}`, ...aside, sql: [...aside.sql, { text }] }];
        }
        case 'rename':
          return [renaming({ ...change, title, called: (each) => `${word} ${routineSignature(word, each)}` }, context)];
        case 'alter': {
          const beside = renamedBeside(change.to, context);
          const own = writing(change.to, context);
          return [
            {
              summary: `replace ${of(change.to)}`,
              ...own,
              ...together(beside, own.preferAfter),
              sql: [{ text: printRoutine(word, change.to, { replace: true }) }],
              hazards: [
                ...storedResults(change.to, context).map((what) => changesResults(of(change.to), what)),
                ...beside.hazards,
              ],
            },
          ];
        }
        default:
          return change satisfies never;
      }
    },
    describe: describeRoutine,
  };
}

/** A body of text is not looked into: what it names may come later. */
function writing(routine: Routine, { goal }: RenderContext): Pick<StepDraft, 'preferAfter' | 'settings'> {
  if ('sql' in routine.spec.body) return {};
  return { preferAfter: mentionsIn(routine, goal), settings: { 'postgres/check_function_bodies': 'off' } };
}

/** What holds results of a function, or was let in by one, and is not looked at again when the function changes. */
function storedResults(routine: Routine, { base, moved }: RenderContext): readonly string[] {
  return base.dependents(routine.address).flatMap((object) => {
    if (object.kind === 'index' || object.kind === 'postgres/constraint') {
      return [`${object.kind === 'index' ? 'index' : 'constraint'} ${shown({ address: moved(object.address) })}`];
    }
    return [];
  });
}
