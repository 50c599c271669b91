import type { Lexis, Token } from '@sync/core';
import { tokenizeMeaning } from '@sync/core';
import { lexisIn, modesOfFiles } from '../sql-mode.js';
import { listed } from '../text/listed.js';
import type { Rows } from './rows.js';
import type { Showing, Shown } from './show.js';

type Parameter = Rows['parameters'];

/** The routines of which only the definition tells what their parameters are. */
export function parametersToShow(
  {
    routines,
    parameters,
  }: { readonly routines: readonly Rows['routines'][]; readonly parameters: readonly Parameter[] },
  isHidden: (dataType: string) => boolean,
): readonly Showing[] {
  const hidden = new Set(parameters.filter(({ dataType }) => isHidden(dataType)).map(keyOf));
  return routines.flatMap(({ type, name, body }): readonly Showing[] =>
    (type === 'FUNCTION' || type === 'PROCEDURE') && body !== null && hidden.has(`${type} ${name}`)
      ? [{ what: type, name }]
      : [],
  );
}

/** The parameters with what the definitions that were shown say of them beside: the members of a row, and a default. */
export function withDefinitions(
  {
    routines,
    parameters,
  }: { readonly routines: readonly Rows['routines'][]; readonly parameters: readonly Parameter[] },
  shown: readonly Shown[],
  executedComments: RegExp,
): readonly Parameter[] {
  const modes = new Map(routines.map(({ type, name, mode }) => [`${type} ${name}`, mode]));
  const texts = new Map(
    shown.flatMap(({ what, name, text }) => {
      const key = `${what} ${name}`;
      const mode = what === 'FUNCTION' || what === 'PROCEDURE' ? modes.get(key) : undefined;
      return mode === undefined ? [] : [[key, parametersIn(text, lexisIn(executedComments, modesOfFiles(mode)))]];
    }) as readonly (readonly [string, readonly Said[]])[],
  );
  const places = new Map<string, number>();
  return parameters.map((parameter) => {
    const key = keyOf(parameter);
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    const said = texts.get(key)?.[place];
    if (!said) return parameter;
    return { ...parameter, dataType: said.row ?? parameter.dataType, ...(said.value && { value: said.value }) };
  });
}

const keyOf = ({ type, routine }: Parameter) => `${type} ${routine}`;

/** What a definition says of one parameter. */
interface Said {
  readonly row?: string;
  readonly value?: string;
}

/** What stands in the first parentheses of a definition: its name may hold some, but in quotes. */
function parametersIn(text: string, lexis: Lexis): readonly Said[] {
  const tokens = tokenizeMeaning(text, lexis);
  const open = tokens.findIndex((token) => token.text === '(');
  let depth = 0;
  const close = tokens.findIndex((token, i) => {
    if (i < open || open < 0) return false;
    if (token.text === '(') depth++;
    return token.text === ')' && --depth === 0;
  });
  return listed(tokens.slice(open + 1, close)).map((parameter) => saidBy(parameter, text));
}

function saidBy(tokens: readonly Token[], text: string): Said {
  const outside = topOf(tokens);
  const isWord = (token: Token | undefined, word: string) =>
    token?.type === 'word' && token.text.toUpperCase() === word;
  // Read as ORACLE it may be `:=`. https://mariadb.com/kb/en/sql_modeoracle/
  const sign = tokens.findIndex((token) => outside.has(token) && (isWord(token, 'DEFAULT') || token.text === ':='));
  const end = sign < 0 ? tokens.length : sign;
  // The first word may be a name.
  const row = tokens.findIndex((token, i) => i > 0 && isWord(token, 'ROW') && tokens[i + 1]?.text === '(');
  return {
    ...(row > 0 && row < end && { row: textOf(tokens.slice(row, end), text) }),
    ...(sign >= 0 && { value: textOf(tokens.slice(sign + 1), text) }),
  };
}

/** Those that stand in no parentheses. */
function topOf(tokens: readonly Token[]): ReadonlySet<Token> {
  let depth = 0;
  return new Set(
    tokens.filter(({ text }) => {
      if (text === ')') depth--;
      const isOutside = depth === 0;
      if (text === '(') depth++;
      return isOutside;
    }),
  );
}

function textOf(tokens: readonly Token[], text: string): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? text.slice(first.start, last.start + last.text.length) : '';
}
