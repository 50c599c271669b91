import { canonicalJson, type ObjectKind, type SchemaObject, schemaObject } from '@sync/core';
import { dropsRoutine, type RoutineArgument, type RoutineSpec } from '@sync/dialect-postgres';
import { quoteText } from '../text/literal.js';
import { pathOf, quoteName, shown } from '../text/names.js';
import { followIn } from './follow.js';
import { unlocked } from './hazards.js';
import { inspectKind } from './inspecting.js';
import { memberDeltas } from './simple-deltas.js';

type Routine = SchemaObject<RoutineSpec>;

/** Functions, in SQL and PL/pgSQL. */
export const functionKind = kindOf('postgres/function', 'function');

/** Procedures. */
export const procedureKind = kindOf('postgres/procedure', 'procedure');

function kindOf(kind: string, title: 'function' | 'procedure'): ObjectKind<RoutineSpec> {
  const sort = title.toUpperCase();
  return {
    kind,
    title,
    namespace: 'routine',
    bareName,
    inspect: (reading) => inspectKind(reading, kind),
    compare(from, to) {
      const signature = ({ spec }: Routine) => canonicalJson([spec.arguments, spec.returns ?? null] as never);
      if (signature(from) !== signature(to)) {
        return { replace: `a ${title} keeps its arguments, their names and defaults, and what it gives back` };
      }
      return memberDeltas(from.spec, to.spec);
    },
    follow: (routine, rename) => {
      const { body } = routine.spec;
      if (rename.of === 'member' || !('text' in body)) return routine;
      return schemaObject({ ...routine, spec: { ...routine.spec, body: { text: followIn(body.text, rename) } } });
    },
    render(change) {
      switch (change.verb) {
        case 'create': {
          const lack = lacking(change.to.spec);
          if (lack !== undefined) return { impossible: lack, hint: 'Take it out of the definition.' };
          return [{ summary: `create ${title} ${shown(change.to)}`, sql: [{ text: printRoutine(sort, change.to) }] }];
        }
        case 'drop':
          return [
            {
              summary: `drop ${title} ${shown(change.from)}`,
              sql: [{ text: `DROP ${sort} ${signatureOf(change.from)}` }],
              hazards: [unlocked(dropsRoutine(title, shown(change.from)))],
            },
          ];
        case 'rename':
          return [
            {
              summary: `rename ${title} ${shown(change.from)} to ${shown(change.to)}`,
              sql: [{ text: `ALTER ${sort} ${signatureOf(change.from)} RENAME TO ${quoteName(bareName(change.to))}` }],
            },
          ];
        case 'alter':
          return [
            {
              summary: `replace ${title} ${shown(change.to)}`,
              sql: [{ text: printRoutine(`OR REPLACE ${sort}`, change.to) }],
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({
      head: `(${spec.arguments.map(printArgument).join(', ')})${spec.returns === undefined ? '' : ` returns ${spec.returns}`} ${spec.language}`,
      ...('text' in spec.body && { body: spec.body.text }),
    }),
  };
}

function bareName({ name, spec }: Routine): string {
  const types = `(${spec.inputs.join(', ')})`;
  return name.endsWith(types) ? name.slice(0, -types.length) : name;
}

function routinePath(routine: Routine): string {
  const path = pathOf(routine);
  return `${quoteName(path.length > 1 ? (path[0] ?? '') : 'public')}.${quoteName(bareName(routine))}`;
}

/** Which of several of one name is meant. */
function signatureOf(routine: Routine): string {
  return `${routinePath(routine)}(${routine.spec.inputs.join(', ')})`;
}

/** What PostgreSQL's routines may have and the server's have not. */
function lacking({ body, parallel, cost, rows, support, settings, transforms, window }: RoutineSpec) {
  const said = { PARALLEL: parallel, COST: cost, ROWS: rows, SUPPORT: support, SET: settings, TRANSFORM: transforms };
  const clause = Object.entries({ ...said, WINDOW: window }).find(([, value]) => value !== undefined)?.[0];
  if (clause !== undefined) return `CockroachDB’s routines have no ${clause}`;
  return 'sql' in body ? 'CockroachDB’s routines have their body in a string' : undefined;
}

function printRoutine(sort: string, routine: Routine): string {
  const { spec } = routine;
  const attributes = [
    ...(spec.volatility ? [spec.volatility] : []),
    ...(spec.leakproof ? ['LEAKPROOF'] : []),
    ...(spec.strict ? ['STRICT'] : []),
    ...(spec.securityDefiner ? ['SECURITY DEFINER'] : []),
  ];
  return [
    `CREATE ${sort} ${routinePath(routine)}(${spec.arguments.map(printArgument).join(', ')})`,
    ...(spec.returns === undefined ? [] : [`  RETURNS ${spec.returns}`]),
    ...attributes.map((attribute) => `  ${attribute}`),
    `  LANGUAGE ${spec.language}`,
    `  AS ${printBody(spec)}`,
  ].join('\n');
}

function printBody({ body }: RoutineSpec): string {
  const text = 'text' in body ? body.text : body.sql;
  return text.includes('$$') ? quoteText(text) : `$$${text}$$`;
}

function printArgument({ mode, name, type, default: value }: RoutineArgument): string {
  return [
    ...(mode === undefined ? [] : [mode]),
    ...(name === undefined ? [] : [quoteName(name)]),
    type,
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
  ].join(' ');
}
