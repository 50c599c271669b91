import { nearest } from '../nearest.js';
import { joinPath } from './place.js';

/** What is wrong with a config, and where in it. */
export interface ShapeProblem {
  /** `profiles.production.allow[0]` */
  readonly path: string;
  readonly message: string;
}

/** A test of one value. It reports every problem, with the path that leads there. */
export type Shape = (value: unknown, path: string) => readonly ShapeProblem[];

/** A string. */
export const text: Shape = (value, path) => (typeof value === 'string' ? [] : [wrong(path, 'a string', value)]);

/** A string, or a function, which only a module can hold, that gives one. */
export const textOrSource: Shape = (value, path) =>
  typeof value === 'string' || typeof value === 'function' ? [] : [wrong(path, 'a string or a function', value)];

/** A function, which only a module can hold, or what `other` describes. */
export function orFunction(other: Shape): Shape {
  return (value, path) => (typeof value === 'function' ? [] : other(value, path));
}

/** `true` or `false`. */
export const flag: Shape = (value, path) => (typeof value === 'boolean' ? [] : [wrong(path, 'true or false', value)]);

/** A whole number that is not negative. */
export const count: Shape = (value, path) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? [] : [wrong(path, 'a whole number of at least 0', value)];

/** Anything that JSON can hold. */
export const json: Shape = (value, path) => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => json(item, `${path}[${i}]`));
  if (isRecord(value)) return Object.entries(value).flatMap(([name, member]) => json(member, joinPath(path, name)));
  return [wrong(path, 'a value that JSON can hold', value)];
};

/** One of a few strings. */
export function choice(...allowed: readonly string[]): Shape {
  return (value, path) => {
    if (allowed.includes(value as string)) return [];
    const expected = allowed.length > 1 ? `one of ${allowed.join(', ')}` : `${allowed[0]}`;
    const problem = typeof value === 'string' ? { path, message: `must be ${expected}` } : wrong(path, expected, value);
    return [withGuess(problem, value, allowed)];
  };
}

/** One thing where the value is a text, and another where it is anything else. */
export function either(ofText: Shape, ofOther: Shape): Shape {
  return (value, path) => (typeof value === 'string' ? ofText : ofOther)(value, path);
}

/** One thing where the value is a list, and another where it is anything else. */
export function orList(ofList: Shape, ofOther: Shape): Shape {
  return (value, path) => (Array.isArray(value) ? ofList : ofOther)(value, path);
}

/** A list of what `item` describes. */
export function list(item: Shape): Shape {
  return (value, path) =>
    Array.isArray(value) ? value.flatMap((each, i) => item(each, `${path}[${i}]`)) : [wrong(path, 'a list', value)];
}

/** A mapping from any name to what `member` describes. */
export function map(member: Shape): Shape {
  return (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([name, each]) => member(each, joinPath(path, name)))
      : [wrong(path, 'a mapping', value)];
}

/** A mapping of known names, each of which may be left out unless it is required. Others are problems, with the nearest known name. */
export function fields(known: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  return (value, path) => {
    if (!isRecord(value)) return [wrong(path, 'a mapping', value)];
    const missing = required.filter((name) => value[name] === undefined);
    const problems = missing.map((name) => ({ path: joinPath(path, name), message: 'is missing' }));
    const others = Object.entries(value).flatMap(([name, member]) => {
      const shape = Object.hasOwn(known, name) ? known[name] : undefined;
      if (shape) return member === undefined ? [] : shape(member, joinPath(path, name));
      return [withGuess({ path: joinPath(path, name), message: 'is not a known field' }, name, Object.keys(known))];
    });
    return [...problems, ...others];
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: string, expected: string, value: unknown): ShapeProblem {
  return { path, message: `must be ${expected}, and is ${describe(value)}` };
}

/** The type alone: the value might be a secret. */
function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return value === undefined ? 'missing' : `a ${typeof value}`;
}

function withGuess(problem: ShapeProblem, given: unknown, known: readonly string[]): ShapeProblem {
  const guess = typeof given === 'string' ? nearest(given, known) : undefined;
  return guess ? { ...problem, message: `${problem.message}; did you mean ${guess}?` } : problem;
}
