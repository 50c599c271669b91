import type { ExecuteOptions, Session } from '@sync/core';
import { quoteName } from '../text/names.js';

/** A session that can ask several things in one round trip. What it cannot be told of one of them is undefined. */
export interface TogetherSession extends Session {
  queryTogether(
    texts: readonly string[],
    options?: ExecuteOptions,
  ): Promise<readonly (readonly Readonly<Record<string, unknown>>[] | undefined)[]>;
}

function asksTogether(session: Session): session is TogetherSession {
  return 'queryTogether' in session;
}

/** What has a definition to show. */
export interface Showing {
  readonly what: 'TABLE' | 'VIEW' | 'FUNCTION' | 'PROCEDURE' | 'PACKAGE' | 'PACKAGE BODY' | 'TRIGGER' | 'EVENT';
  readonly name: string;
}

/** A definition as SHOW CREATE tells it. */
export interface Shown extends Showing {
  readonly text: string;
}

/** What the server answers to each of these, asked together; undefined for what it does not answer. */
export async function answersOf(session: Session, questions: readonly string[]) {
  if (questions.length === 0) return [];
  if (!asksTogether(session)) throw new TypeError('the connections of these drivers answer several questions at once');
  return session.queryTogether(questions, session.signal ? { signal: session.signal } : {});
}

/** The definitions of each of these, without those that the server does not show. They are asked for together, however many they are. */
export async function definitionsOf(session: Session, wanted: readonly Showing[]): Promise<readonly Shown[]> {
  const questions = wanted.map(({ what, name }) => `SHOW CREATE ${what} ${quoteName(name)}`);
  const found = await answersOf(session, questions);
  return wanted.flatMap((each, i) => {
    const text = Object.entries(found[i]?.[0] ?? {}).find(([column]) => holdsDefinition(column))?.[1];
    return typeof text === 'string' ? [{ ...each, text }] : [];
  });
}

/** Every definition is called after what it defines, but for that of a trigger. */
function holdsDefinition(column: string): boolean {
  return column.startsWith('Create ') || column === 'SQL Original Statement';
}
