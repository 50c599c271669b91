import { canonicalJson, type Delta, equalJson, type Json, type SchemaObject } from '@sync/core';
import { attributesOf, printArgument } from './print.js';
import type { RoutineArgument, RoutineSpec } from './spec.js';

type Routine = SchemaObject<RoutineSpec>;

/** What CREATE OR REPLACE changes; or why the server does not take it. See https://www.postgresql.org/docs/current/sql-createfunction.html. */
export function compareRoutines(from: Routine, to: Routine): readonly Delta[] | { readonly replace: string } {
  const obstacle = obstacleTo(from.spec, to.spec);
  return obstacle === undefined ? deltasOf(from.spec, to.spec) : { replace: obstacle };
}

function obstacleTo(from: RoutineSpec, to: RoutineSpec): string | undefined {
  if (from.window !== to.window) return 'a function cannot become a window function, or stop being one';
  if (from.returns !== to.returns || !equalJson(outputs(from), outputs(to))) {
    return 'the type of a result cannot be changed';
  }
  const [old, next] = [inputs(from), inputs(to)];
  if (old.some(({ name }, i) => name !== undefined && name !== next[i]?.name)) {
    return 'an argument that has a name keeps it';
  }
  if (old.some((argument, i) => argument.default !== undefined && next[i]?.default === undefined)) {
    return 'a default of an argument cannot be taken away';
  }
  const isLoose = ({ type }: RoutineArgument, i: number) =>
    /^any/.test(type) && old[i]?.default !== undefined && old[i]?.default !== next[i]?.default;
  return old.some(isLoose) ? 'the default of an argument of any type keeps the type that it has' : undefined;
}

function inputs(spec: RoutineSpec): readonly RoutineArgument[] {
  return spec.arguments.filter(({ mode }) => mode !== 'OUT');
}

function outputs(spec: RoutineSpec): Json {
  return spec.arguments
    .filter(({ mode }) => mode === 'OUT' || mode === 'INOUT')
    .map(({ name, type }) => [name ?? null, type]);
}

const facets: Readonly<Record<string, (spec: RoutineSpec) => Json>> = {
  arguments: ({ arguments: all }) => all.map((argument) => printArgument(argument, true)).join(', '),
  language: ({ language }) => language,
  attributes: (spec) => attributesOf(spec).join(' '),
  settings: ({ settings = [] }) => settings.join('; '),
  transforms: ({ transforms = [] }) => transforms.join(', '),
};

function deltasOf(from: RoutineSpec, to: RoutineSpec): readonly Delta[] {
  const deltas = Object.entries(facets).flatMap(([name, of]): readonly Delta[] => {
    const [old, next] = [of(from), of(to)];
    return old === next ? [] : [{ type: `change-${name}`, path: [name], from: old, to: next }];
  });
  const sameBody = canonicalJson(from.body as Json) === canonicalJson(to.body as Json);
  return sameBody ? deltas : [...deltas, { type: 'change-body', path: ['body'] }];
}
