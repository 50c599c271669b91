import {
  address,
  type Delta,
  type Found,
  type Json,
  type ObjectKind,
  type Reading,
  type RenderContext,
  type SchemaObject,
  type Scope,
  type StepDraft,
  schemaObject,
  tokenizeMeaning,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import { changesDefinition, dropsUsed, losesGrants } from '../hazards.js';
import { lexisWith } from '../lexis.js';
import { isScaffold } from '../online/copy-names.js';
import { readingOf } from '../read/question.js';
import { readCatalogue, type ServerCatalogue } from '../read/read-catalogue.js';
import type { Rows } from '../read/rows.js';
import { unseenRoutines } from '../read/unseen.js';
import { hasMode } from '../sql-mode.js';
import { quoteText } from '../text/literal.js';
import { foldMember, quoteName } from '../text/names.js';
import { changed } from './changed.js';
import {
  bodyLayout,
  bodySettings,
  bodyText,
  definerClause,
  definerDeltas,
  definerExtras,
  definerHazards,
  definerRights,
  outdatedBody,
  quoteBeside,
  type ReadIn,
  readIn,
} from './definer.js';

/** A function or a procedure. */
export interface RoutineSpec extends ReadIn {
  /** As the definition lists them: `IN a int`; read as ORACLE, `a IN int`. */
  readonly parameters: readonly string[];
  /** Of a function. */
  readonly returns?: string;
  /** Of a function that is called once for all rows of a group. */
  readonly aggregate?: true;
  readonly deterministic?: true;
  /** `CONTAINS SQL`, the usual one, is left out. */
  readonly access?: string;
  /** Where it is not DEFINER. */
  readonly security?: string;
  readonly comment?: string;
  readonly body: string;
}

/** One of them in a state. */
export type Routine = SchemaObject<RoutineSpec>;

/** The two kinds of routines. */
export type RoutineType = 'function' | 'procedure';

/** Functions, or procedures. Only what is not read with the body can be altered; the rest makes a new one. */
export function routineKind(type: RoutineType, flavour: Flavour): ObjectKind<RoutineSpec> {
  const title = type.toUpperCase();
  return {
    kind: type,
    calledAlike: foldMember,
    inspect: (reading) => inspectRoutines(reading, type, flavour),
    outdated: outdatedBody,
    compare(from, to) {
      const anew = flavour.replacesBodies ? undefined : whyAnew(from, to, type);
      return anew === undefined ? [...deltasOf(from.spec, to.spec), ...definerDeltas(from, to)] : { replace: anew };
    },
    render(change, context) {
      switch (change.verb) {
        case 'create':
          return [
            {
              summary: `create ${type} ${change.to.name}`,
              sql: [{ text: printRoutine(change.to, title, context) }],
              ...bodySettings(change.to, context),
              ...definerRights(change.to, context, flavour),
            },
          ];
        case 'drop':
          return [
            {
              summary: `drop ${type} ${change.from.name}`,
              sql: [{ text: `DROP ${title} ${quoteName(change.from.name)}` }],
              hazards: [
                ...(context.goal.has(change.address)
                  ? [changesDefinition(type, change.from.name), ...grantsLost(change.from, context)]
                  : [dropsUsed(type, change.from.name)]),
                ...definerHazards(change.from, context.goal.get(change.address)),
              ],
            },
          ];
        case 'rename':
          return {
            impossible: `a ${type} cannot be renamed`,
            hint: 'Leave the rename out: it is dropped and created.',
          };
        case 'alter':
          if (isMadeAnew(change.from, change.to, type)) return [replace(change, type, context)];
          return [
            {
              summary: `alter ${type} ${change.to.name}`,
              sql: [
                {
                  text: `ALTER ${title} ${quoteName(change.to.name)}${characteristics(change.to.spec, { all: true })}`,
                },
              ],
            },
          ];
        default:
          return change satisfies never;
      }
    },
    describe: ({ spec }) => ({
      head: `${spec.aggregate ? 'aggregate ' : ''}(${spec.parameters.join(', ')})${spec.returns === undefined ? '' : ` returns ${spec.returns}`}${spec.deterministic ? ' deterministic' : ''}${characteristics(spec).replaceAll('\n ', '').toLowerCase()}`,
      body: spec.body,
    }),
  };
}

/** What is granted again where grants are asked for is not lost. */
function grantsLost({ kind, name, address: at }: Routine, { base }: RenderContext) {
  const isGrantedAgain = base.dependents(at).some((each) => each.kind === 'mysql/grant');
  return isGrantedAgain ? [] : [losesGrants(kind, name)];
}

/** Why ALTER does not make the one of the other; undefined where it does. */
function whyAnew(from: Routine, to: Routine, type: RoutineType): string | undefined {
  const whole = ({ spec: { parameters, returns, aggregate, deterministic, body, readIn: modes } }: Routine) =>
    JSON.stringify([parameters, returns, aggregate, deterministic, body, modes]);
  if (definerDeltas(from, to).length > 0) return `the definer of a ${type} cannot be altered`;
  if (whole(from) !== whole(to)) return `only the comment and the rights of a ${type} can be altered`;
  // An empty comment is none to ALTER, which leaves the one that there was.
  return from.spec.comment !== undefined && to.spec.comment === undefined
    ? `a ${type} cannot lose its comment`
    : undefined;
}

/** Whether it takes a new one to make the one of the other. */
export function isMadeAnew(from: Routine, to: Routine, type: RoutineType): boolean {
  return whyAnew(from, to, type) !== undefined;
}

function deltasOf(from: RoutineSpec, to: RoutineSpec): readonly Delta[] {
  const nouns = [
    'parameters',
    'returns',
    'aggregate',
    'deterministic',
    'access',
    'security',
    'comment',
    'body',
    'readIn',
  ] as const;
  const shown = ({ parameters, ...spec }: RoutineSpec, noun: (typeof nouns)[number]) =>
    noun === 'parameters' ? parameters.join(', ') : (spec[noun] ?? null);
  return nouns.flatMap((noun) => changed(noun, shown(from, noun), shown(to, noun)));
}

/** One for the other in one statement: whoever may execute it still may. */
function replace(
  { from, to }: { readonly from: Routine; readonly to: Routine },
  type: RoutineType,
  context: RenderContext,
): StepDraft {
  return {
    summary: `replace ${type} ${to.name}`,
    sql: [{ text: printRoutine(to, type.toUpperCase(), context, 'CREATE OR REPLACE') }],
    hazards: [changesDefinition(type, to.name), ...definerHazards(from, to)],
    ...bodySettings(to, context),
  };
}

function printRoutine(routine: Routine, title: string, context: RenderContext, verb = 'CREATE'): string {
  const { parameters, returns, deterministic, body, readIn: modes } = routine.spec;
  const aggregate = routine.spec.aggregate ? 'AGGREGATE ' : '';
  const head = `${verb} ${definerClause(routine, context)}${aggregate}${title} ${quoteName(routine.name)}(${parameters.join(', ')})`;
  const clauses = [
    // https://mariadb.com/kb/en/sql_modeoracle/
    ...(returns === undefined ? [] : [`${hasMode(modes, 'ORACLE') ? 'RETURN' : 'RETURNS'} ${returns}`]),
    ...(deterministic ? ['DETERMINISTIC'] : []),
  ];
  return `${head}${clauses.map((clause) => `\n  ${clause}`).join('')}${characteristics(routine.spec, { quote: (text) => quoteBeside(routine, text) })}\n${body}`;
}

interface Saying {
  /** All that can be altered, or only what is not as usual. */
  readonly all?: true;
  readonly quote?: (text: string) => string;
}

/** What can be altered. */
function characteristics({ access, security, comment }: RoutineSpec, { all, quote = quoteText }: Saying = {}): string {
  const clauses = [
    ...(access !== undefined || all ? [access ?? 'CONTAINS SQL'] : []),
    ...(security !== undefined || all ? [`SQL SECURITY ${security ?? 'DEFINER'}`] : []),
    ...(comment !== undefined || all ? [`COMMENT ${quote(comment ?? '')}`] : []),
  ];
  return clauses.map((clause) => `\n  ${clause}`).join('');
}

async function* inspectRoutines(
  reading: Reading,
  type: RoutineType,
  flavour: Flavour,
): AsyncGenerator<Found<RoutineSpec>> {
  const catalogue = await readCatalogue(reading, flavour);
  const [scope] = reading.scopes;
  if (!scope) return;
  yield* unseenRoutines(reading, catalogue, type, flavour);
  if (type === 'function') yield* foundLibraries(reading, scope, flavour);
  for (const row of catalogue.rows('routines')) {
    const { name } = row;
    if (isScaffold(name)) continue;
    if (row.type.toLowerCase() !== type) continue;
    if (row.language !== 'SQL')
      yield {
        scope,
        unmanaged: { kind: type, name, reason: 'routines in other languages than SQL are not covered yet' },
        at: address(type, name),
      };
    else if (row.body === null) {
      const reason = `the server does not show its definition to this role: it takes ${flavour.routineRight(reading.server.version)}`;
      yield { scope, unmanaged: { kind: type, name, reason }, at: address(type, name) };
    } else yield { scope, object: routineObject(row, row.body, { type, catalogue, flavour, reading }) };
  }
}

/** What functions in other languages share, which nothing of a plan touches. */
async function* foundLibraries(
  { session, server }: Reading,
  scope: Scope,
  { libraries }: Flavour,
): AsyncGenerator<Found<RoutineSpec>> {
  const asked = libraries?.(server.version);
  if (!asked) return;
  for (const { name } of await session.query<{ readonly name: string }>(readingOf(asked)))
    yield { scope, unmanaged: { kind: 'library', name, reason: 'libraries are not covered yet' } };
}

interface Place {
  readonly type: RoutineType;
  readonly catalogue: ServerCatalogue;
  readonly flavour: Flavour;
  readonly reading: Reading;
}

function routineObject(row: Rows['routines'], body: string, { type, catalogue, flavour, reading }: Place): Routine {
  const parameters = catalogue.where('parameters', 'routine', row.name).filter((each) => each.type === row.type);
  return schemaObject<RoutineSpec>({
    kind: type,
    address: address(type, row.name),
    name: row.name,
    spec: {
      parameters: parameters.map((each) => {
        const mode = type === 'procedure' ? [each.mode ?? 'IN'] : [];
        const name = quoteName(each.name);
        const said = hasMode(row.mode, 'ORACLE') ? [name, ...mode] : [...mode, name];
        const value = each.value === undefined ? [] : ['DEFAULT', each.value];
        return [...said, typeText(each.dataType, each), ...value].join(' ');
      }),
      ...(row.returns !== null &&
        row.type === 'FUNCTION' && { returns: typeText(withoutHome(row.returns, catalogue), row) }),
      ...(type === 'function' && readsGroups(body, flavour) && { aggregate: true }),
      ...(row.deterministic === 'YES' && { deterministic: true }),
      ...(row.access !== 'CONTAINS SQL' && { access: row.access }),
      ...(row.security !== 'DEFINER' && { security: row.security }),
      ...(row.comment !== '' && { comment: row.comment }),
      body: bodyText(body),
      ...readIn(row.mode, [...parameters.flatMap(({ value = [] }) => value), body].join('\n')),
    },
    layout: bodyLayout(row.definer, catalogue, row) satisfies Json,
    ...definerExtras(row.definer, reading),
  });
}

/** Functions of groups are those that fetch the next row of one, and no other may: https://mariadb.com/kb/en/stored-aggregate-functions/. */
function readsGroups(body: string, { executedComments }: Flavour): boolean {
  if (!/\bgroup\b/i.test(body)) return false;
  const words = tokenizeMeaning(body, lexisWith(executedComments)).map(({ text }) => text.toUpperCase());
  return words.some((word, i) => word === 'FETCH' && words[i + 1] === 'GROUP' && words[i + 2] === 'NEXT');
}

/** A type that is the one of a column, without the name of the database at hand: the server adds that to what a function returns. */
function withoutHome(type: string, { database }: ServerCatalogue): string {
  const [words, home] = ['TYPE OF ', `${quoteName(database.name)}.`];
  return type.startsWith(words + home) ? `${words}${type.slice(words.length + home.length)}` : type;
}

function typeText(
  type: string,
  { charset, collation }: { readonly charset: string | null; readonly collation: string | null },
): string {
  return charset === null
    ? type
    : `${type} CHARACTER SET ${charset}${collation === null ? '' : ` COLLATE ${collation}`}`;
}
