import { partsOf, type SchemaObject } from '@sync/core';
import { inDollars } from '../../text/dollar-quotes.js';
import { quoteText } from '../../text/literal.js';
import { quoteName, quotePath } from '../../text/names.js';
import { bareName, type RoutineArgument, type RoutineSpec } from './spec.js';

type Routine = SchemaObject<RoutineSpec>;

/** CREATE, or CREATE OR REPLACE, FUNCTION or PROCEDURE. */
export function printRoutine(sort: string, routine: Routine, { replace }: { readonly replace: boolean }): string {
  const { spec } = routine;
  const list = spec.arguments.map((argument) => printArgument(argument, true)).join(', ');
  const attributes = attributesOf(spec);
  return [
    `CREATE ${replace ? 'OR REPLACE ' : ''}${sort} ${routinePath(routine)}(${list})`,
    ...(spec.returns === undefined ? [] : [` RETURNS ${spec.returns}`]),
    ` LANGUAGE ${quoteName(spec.language)}`,
    ...(spec.transforms ? [` TRANSFORM ${spec.transforms.map((type) => `FOR TYPE ${type}`).join(', ')}`] : []),
    ...(attributes.length > 0 ? [` ${attributes.join(' ')}`] : []),
    ...(spec.settings ?? []).map((setting) => ` SET ${printSetting(setting)}`),
    printBody(spec),
  ].join('\n');
}

/** Its name with its schema. */
export function routinePath(routine: SchemaObject<{ readonly inputs: readonly string[] }>): string {
  const { parts } = partsOf(routine.address);
  return quotePath(parts.length > 1 ? (parts[0] ?? '') : 'public', bareName(routine));
}

/** Which of the routines of a name is meant, as ALTER and DROP take it. What only comes out tells procedures apart, and no functions. */
export function routineSignature(sort: string, routine: Routine): string {
  const told = routine.spec.arguments.filter(({ mode }) => mode !== 'OUT' || sort === 'PROCEDURE');
  const list = told.map(({ mode, type }) => `${mode === 'OUT' ? 'OUT ' : ''}${type}`);
  return `${routinePath(routine)}(${list.join(', ')})`;
}

/** One argument as a definition has it. */
export function printArgument({ mode, name, type, ...rest }: RoutineArgument, full: boolean): string {
  return [
    ...(mode === undefined ? [] : [mode]),
    ...(name === undefined ? [] : [quoteName(name)]),
    type,
    ...(full && rest.default !== undefined ? [`DEFAULT ${rest.default}`] : []),
  ].join(' ');
}

/** What a routine is beside what it takes, gives and runs. */
export function attributesOf(spec: RoutineSpec): readonly string[] {
  return [
    ...(spec.window ? ['WINDOW'] : []),
    ...(spec.volatility ? [spec.volatility] : []),
    ...(spec.strict ? ['STRICT'] : []),
    ...(spec.securityDefiner ? ['SECURITY DEFINER'] : []),
    ...(spec.leakproof ? ['LEAKPROOF'] : []),
    ...(spec.parallel ? [`PARALLEL ${spec.parallel}`] : []),
    ...(spec.cost === undefined ? [] : [`COST ${spec.cost}`]),
    ...(spec.rows === undefined ? [] : [`ROWS ${spec.rows}`]),
    ...(spec.support === undefined ? [] : [`SUPPORT ${spec.support}`]),
  ];
}

/** The settings whose values are lists of names. See GUC_LIST_QUOTE in https://github.com/postgres/postgres/blob/master/src/include/utils/guc.h. */
const lists = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

function printSetting(setting: string): string {
  const [name, value] = splitSetting(setting);
  if (!lists.has(name)) return `${quoteName(name)} TO ${quoteText(value)}`;
  const items = value.match(/"(?:[^"]|"")*"|[^,\s]+/g) ?? [];
  const plain = items.map((item) => (item.startsWith('"') ? item.slice(1, -1).replaceAll('""', '"') : item));
  return `${quoteName(name)} TO ${plain.map(quoteText).join(', ')}`;
}

/** The name and the value of `search_path=app, public`. */
function splitSetting(setting: string): readonly [string, string] {
  const at = setting.indexOf('=');
  return [setting.slice(0, at).toLowerCase(), setting.slice(at + 1)];
}

function printBody({ body }: RoutineSpec): string {
  if ('sql' in body) return body.sql;
  if (body.file !== undefined) return `AS ${quoteText(body.file)}, ${quoteText(body.text)}`;
  return `AS ${inDollars(body.text, 'function')}`;
}
