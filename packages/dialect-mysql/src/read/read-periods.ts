import { type Lexis, type Token, unquote } from '@sync/core';
import { elementsOf } from './elements.js';

/** The period of a table's own that its definition tells of, and the keys under which no two rows hold at once. */
export interface Periods {
  readonly period?: { readonly name: string; readonly start: string; readonly end: string };
  /** By the name of the key, that of its period. */
  readonly keys: ReadonlyMap<string, string>;
}

/** What a definition says of periods; nothing of that by which the server keeps a history. https://mariadb.com/kb/en/application-time-periods/ */
export function readPeriods(definition: string | undefined, lexis: Lexis): Periods {
  if (!definition?.includes('PERIOD FOR ')) return { keys: new Map() };
  const elements = elementsOf(definition, lexis);
  const [period] = elements.flatMap((element) => periodIn(element, lexis) ?? []);
  return { ...(period && { period }), keys: new Map(elements.flatMap((element) => keyIn(element, lexis))) };
}

/** PERIOD FOR `name` (`start`, `end`): the one of the history has its name in no quotes. */
function periodIn([first, second, ...rest]: readonly Token[], lexis: Lexis): Periods['period'] {
  if (first?.text !== 'PERIOD' || second?.text !== 'FOR' || rest[0]?.type !== 'quoted') return undefined;
  const [name = '', start = '', end = ''] = rest.flatMap((token) =>
    token.type === 'quoted' ? [unquote(token, lexis)] : [],
  );
  return { name, start, end };
}

/** The last part of a key: `name` WITHOUT OVERLAPS. */
function keyIn(element: readonly Token[], lexis: Lexis): readonly (readonly [string, string])[] {
  const at = element.findIndex(({ text }, i) => text === 'WITHOUT' && element[i + 1]?.text === 'OVERLAPS');
  const period = element[at - 1];
  if (at < 1 || period?.type !== 'quoted') return [];
  const name = element[0]?.text === 'PRIMARY' ? 'PRIMARY' : keyName(element, lexis);
  return [[name, unquote(period, lexis)]];
}

function keyName(element: readonly Token[], lexis: Lexis): string {
  const name = element[element.findIndex(({ text }) => text === 'KEY') + 1];
  return name ? unquote(name, lexis) : '';
}
