import { address, partsOf, type Rename, type SchemaObject, schemaObject } from '@sync/core';
import { followName } from '../../text/follow-name.js';
import { isNamedIn } from '../uses.js';
import { nameBy, type RoutineBody, type RoutineSpec } from './spec.js';

type Routine = SchemaObject<RoutineSpec>;

/** The server writes new names of types into what a routine takes and gives, and what only it knows into a body that it has understood. A text stays as it is. */
export function followInRoutine(routine: Routine, rename: Rename): Routine | 'rewritten' {
  if (!isNamedIn(routine, rename)) return routine;
  const { spec } = routine;
  const isUnderstood = 'sql' in spec.body;
  if (rename.of === 'member') return isUnderstood ? 'rewritten' : routine;
  const follow = (text: string) => followName(text, rename);
  const inputs = spec.inputs.map(follow);
  const retyped = inputs.some((type, i) => type !== spec.inputs[i]);
  if (isUnderstood && !retyped) return 'rewritten';
  const name = nameBy(routine, inputs);
  return schemaObject({
    ...routine,
    address: address(routine.kind, ...partsOf(routine.address).parts.slice(0, -1), name),
    name,
    spec: {
      ...spec,
      inputs,
      arguments: spec.arguments.map(({ type, ...rest }) => ({
        ...rest,
        type: follow(type),
        ...(rest.default !== undefined && { default: follow(rest.default) }),
      })),
      ...(spec.returns !== undefined && { returns: follow(spec.returns) }),
      body: followBody(spec.body, follow),
    },
  });
}

function followBody(body: RoutineBody, follow: (text: string) => string): RoutineBody {
  return 'sql' in body ? { sql: follow(body.sql) } : body;
}
