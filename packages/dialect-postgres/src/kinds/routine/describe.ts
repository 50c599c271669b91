import type { Description, SchemaObject } from '@sync/core';
import { attributesOf, printArgument } from './print.js';
import type { RoutineSpec } from './spec.js';

/** A routine as people read it: what it takes and gives and how it behaves, and then what it runs. */
export function describeRoutine({ spec }: SchemaObject<RoutineSpec>): Description {
  const { returns, language, settings = [], body } = spec;
  const list = spec.arguments.map((argument) => printArgument(argument, true)).join(', ');
  const facts = [
    ...(spec.arguments.some(({ name, mode, ...rest }) => name ?? mode ?? rest.default) ? [`(${list})`] : []),
    ...(returns === undefined ? [] : [`→ ${returns}`]),
    `language ${language}`,
    ...attributesOf(spec).map((attribute) => attribute.toLowerCase()),
    ...settings.map((setting) => `set ${setting}`),
  ];
  return { head: facts.join(' '), body: 'sql' in body ? body.sql : body.text };
}
