import type { RoutineArgument, RoutineSpec } from '@sync/dialect-postgres';
import { Cursor } from '../text/cursor.js';

/** A routine, taken apart. */
export interface ReadRoutine {
  readonly path: readonly string[];
  readonly spec: RoutineSpec;
}

/** Reads a function or a procedure from its name on. */
export function readRoutine(cursor: Cursor): ReadRoutine {
  const path = cursor.path();
  const list = cursor.list().map(readArgument);
  const spec: { -readonly [K in keyof RoutineSpec]?: RoutineSpec[K] } = {};
  while (!cursor.isAtEnd) readClause(cursor, spec);
  const inputs = list.filter(({ mode }) => mode !== 'OUT').map(({ type }) => type);
  return { path, spec: { language: 'sql', body: { text: '' }, ...spec, arguments: list, inputs } };
}

type Clauses = { -readonly [K in keyof RoutineSpec]?: RoutineSpec[K] };

const clauses = [
  ...[
    'LANGUAGE',
    'IMMUTABLE',
    'STABLE',
    'VOLATILE',
    'LEAKPROOF',
    'NOT',
    'STRICT',
    'CALLED',
    'RETURNS',
    'SECURITY',
    'AS',
  ],
];

function readClause(cursor: Cursor, spec: Clauses): void {
  if (cursor.takes('RETURNS', 'NULL', 'ON', 'NULL', 'INPUT') || cursor.takes('STRICT')) spec.strict = true;
  else if (cursor.takes('RETURNS')) spec.returns = cursor.until((each) => clauses.some((word) => each.sees(word)));
  else if (cursor.takes('LANGUAGE')) spec.language = cursor.name();
  else if (cursor.takes('IMMUTABLE')) spec.volatility = 'IMMUTABLE';
  else if (cursor.takes('STABLE')) spec.volatility = 'STABLE';
  else if (cursor.takes('LEAKPROOF')) spec.leakproof = true;
  else if (cursor.takes('SECURITY', 'DEFINER')) spec.securityDefiner = true;
  else if (cursor.takes('AS')) spec.body = { text: bodyIn(cursor.next()) };
  else if (!isUsual(cursor)) cursor.requires('AS');
}

/** What goes without saying. */
function isUsual(cursor: Cursor): boolean {
  return (
    cursor.takes('VOLATILE') ||
    cursor.takes('NOT', 'LEAKPROOF') ||
    cursor.takes('CALLED', 'ON', 'NULL', 'INPUT') ||
    cursor.takes('SECURITY', 'INVOKER') ||
    cursor.takes('EXTERNAL')
  );
}

const modes = ['IN', 'OUT', 'INOUT', 'VARIADIC'] as const;

/** `IN a INT8 DEFAULT 1:::INT8`; the name may be missing, and a type may be of several words. */
function readArgument(text: string): RoutineArgument {
  const cursor = new Cursor(text);
  const mode = modes.find((each) => cursor.takes(each));
  const declared = cursor.until((each) => each.sees('DEFAULT'));
  const inner = new Cursor(declared);
  // The server prints its own types in capitals, and others with their schemas.
  const isType = /^[A-Z]/.test(inner.next());
  const isNamed = !isType && !inner.isAtEnd && !inner.sees('.') && !inner.sees('[');
  const name = isNamed ? new Cursor(declared).name() : undefined;
  const type = isNamed ? inner.rest() : declared;
  const value = cursor.takes('DEFAULT') ? cursor.rest() : undefined;
  return {
    ...(mode !== undefined && mode !== 'IN' && { mode }),
    ...(name !== undefined && { name }),
    type,
    ...(value !== undefined && { default: value }),
  };
}

function bodyIn(literal: string): string {
  const mark = /^\$[^$]*\$/.exec(literal)?.[0];
  if (mark !== undefined) return literal.slice(mark.length, -mark.length);
  const escaped = /^e'/i.test(literal);
  const inner = literal.slice(literal.indexOf("'") + 1, -1).replaceAll("''", "'");
  return escaped ? inner.replace(/\\(.)/gs, (_, c: string) => ({ n: '\n', t: '\t' })[c] ?? c) : inner;
}
