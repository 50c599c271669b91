import type { RenameHint } from '../../contract/change.js';
import type { Dialect } from '../../contract/dialect.js';
import type { Lexis } from '../../contract/lexis.js';
import { writePath } from '../../model/rename-text.js';
import { nearest } from '../../nearest.js';
import { sourceInvalid } from '../invalid.js';
import { type Definition, definitionOf, isBlank, isName, nameOf, withoutHome } from './definition.js';
import { readDerivation } from './derivation.js';
import { readPath } from './read-path.js';
import type { SplitFile, SqlStatement } from './split.js';
import type { Token } from './tokens.js';

const form =
  'Write `-- @renamed from=old_name` on a line of its own before the CREATE statement or the column, or at the end of the line that it is about; a name with a dot, a space, an equals sign or a quote in it stands in double quotes.';

/**
 * Reads the `@renamed from=…` and `@derived from=…` comments of a file. One that is misspelt, or that stands where nothing can be renamed, is an error: a rename that is not
 * seen would drop data.
 */
export function renameHints(file: SplitFile, path: string, dialect: Dialect): readonly RenameHint[] {
  const { lexis } = dialect;
  const hints: RenameHint[] = [];
  const at = (token: Token) => `${path}:${file.lineAt(token.start)}`;
  const renameObject = ({ comment, from, derived }: Hinted, statement: SqlStatement | undefined) => {
    if (derived) throw dangling(at(comment), 'only a column is made of another');
    const definition = statement && definitionOf(statement, dialect);
    if (!definition)
      throw dangling(at(comment), statement ? 'the statement here creates nothing' : 'no statement follows');
    refuseItself(at(comment), from, definition, dialect);
    hints.push({
      at: at(comment),
      from: from.length === 1 ? [...definition.path.slice(0, -1), ...from] : withoutHome(from, dialect),
      to: definition.path,
    });
  };
  let previous: SqlStatement | undefined;
  for (const statement of file.statements) {
    for (const hinted of hintsAmong(statement.leading, at, lexis)) {
      const { comment } = hinted;
      const closesPrevious =
        previous?.endLine === file.lineAt(comment.start) && file.lineAt(comment.start) !== statement.line;
      renameObject(hinted, closesPrevious ? previous : statement);
    }
    for (const hinted of hintsAmong(statement.tokens, at, lexis)) {
      const { comment, from, derived } = hinted;
      const place = placeOf(comment, statement, file, dialect);
      if (place === 'object') renameObject(hinted, statement);
      else if ('nothing' in place) throw dangling(at(comment), place.nothing);
      else
        hints.push({
          at: at(comment),
          from: columnFrom(from, place.table, dialect),
          to: [...place.table, place.column],
          ...(derived && { derived }),
        });
    }
    previous = statement;
  }
  for (const hinted of hintsAmong(file.trailing, at, lexis)) {
    renameObject(hinted, previous?.endLine === file.lineAt(hinted.comment.start) ? previous : undefined);
  }
  return hints;
}

/** A name alone lies where the new one does: nobody who writes there that something was moved there would learn that this says nothing. */
function refuseItself(
  at: string,
  from: readonly string[],
  { path, type }: Definition,
  { fold, namedInTable }: Dialect,
): void {
  const [own = ''] = path.slice(-1);
  if (from.length !== 1 || path.length === 1 || type in (namedInTable ?? {}) || fold(from[0] ?? '') !== fold(own))
    return;
  throw sourceInvalid(
    at,
    `this rename hint says that ${path.join('.')} was called ${path.join('.')}: a name alone lies where the new one does`,
    {
      hint: `Where it was moved, write the whole of the old name: \`-- @renamed from=${writePath(['old_place', own])}\`. Otherwise leave the hint out.`,
    },
  );
}

function columnFrom(from: readonly string[], table: readonly string[], dialect: Dialect): readonly string[] {
  if (from.length === 1) return [...table, ...from];
  // With two parts it is the table that qualifies the column.
  return from.length > 2 ? withoutHome(from, dialect) : from;
}

/** A hint with the comment that gives it. */
interface Hinted extends Partial<Pick<RenameHint, 'derived'>> {
  readonly comment: Token;
  readonly from: readonly string[];
}

function* hintsAmong(tokens: readonly Token[], at: (token: Token) => string, lexis: Lexis): Generator<Hinted> {
  for (const token of tokens) {
    if (token.type !== 'comment') continue;
    const text = contentOf(token.text, lexis);
    const derivation = readDerivation(text, () => at(token), lexis);
    const from = derivation?.from ?? readHint(token.text, () => at(token), lexis);
    if (from) yield { comment: token, from, ...(derivation && { derived: derivation.derived }) };
  }
}

/** The old name that a comment gives; undefined for a comment that is no hint. */
function readHint(comment: string, at: () => string, lexis: Lexis): readonly string[] | undefined {
  const text = contentOf(comment, lexis);
  const word = /^@([\p{L}_-]+)/u.exec(text)?.[1];
  const meant =
    /@\s*renam/i.test(text) ||
    /\brenamed?[ _-]?from\s*[=:]/i.test(text) ||
    (word !== undefined && nearest(word, ['renamed']) !== undefined);
  if (!meant) return undefined;
  const value = /^@renamed\s+from\s*=\s*(\S.*)$/s.exec(text)?.[1];
  const from = value === undefined ? undefined : readPath(value, lexis);
  if (!from) throw sourceInvalid(at(), `this rename hint cannot be read: ${text.split('\n', 1)[0]}`, { hint: form });
  return from;
}

/** What a comment says, without its marks. */
export function contentOf(comment: string, lexis: Lexis): string {
  if (comment.startsWith('/*')) return comment.slice(2).replace(/\*\/$/, '').replace(/^\*+/, '').trim();
  const opening = lexis.lineComments.find((candidate) => comment.startsWith(candidate)) ?? '';
  return comment.slice(opening.length).replace(/^-+/, '').trim();
}

type Place = 'object' | { readonly nothing: string } | { readonly table: readonly string[]; readonly column: string };

const constraints = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);

/** What a comment inside a statement is about: the column of its line, of the next line, or the object itself. */
function placeOf(comment: Token, statement: SqlStatement, file: SplitFile, dialect: Dialect): Place {
  const definition = definitionOf(statement, dialect);
  if (definition?.type !== 'TABLE') return { nothing: 'only tables have columns that a hint can name' };
  const index = statement.tokens.indexOf(comment);
  const before = statement.tokens.findLastIndex((token, i) => i < index && !isBlank(token));
  const after = statement.tokens.findIndex((token, i) => i > index && !isBlank(token));
  const line = file.lineAt(comment.start);
  const trails = before >= 0 && lastLine(statement.tokens[before], file) === line;
  const leads =
    after >= 0 && file.lineAt(statement.tokens[after]?.start ?? 0) === file.lineAt(comment.start + comment.text.length);
  if (leads || !trails) {
    const separates = !trails && statement.tokens[after]?.text === ',';
    const next = separates ? statement.tokens.findIndex((token, i) => i > after && !isBlank(token)) : after;
    return next < 0
      ? { nothing: 'nothing follows' }
      : memberAt(next, trails ? 'line' : 'below', statement, definition, dialect);
  }
  return memberAt(before, 'trailing', statement, definition, dialect);
}

/** The column whose definition holds a token of the statement; `how` tells where a comment stands that means the token. */
function memberAt(
  subject: number,
  how: 'trailing' | 'line' | 'below',
  statement: SqlStatement,
  definition: Definition,
  dialect: Dialect,
): Place {
  let depth = 0;
  let first: Token | undefined;
  for (let i = definition.end; i <= subject; i++) {
    const token = statement.tokens[i];
    if (!token || isBlank(token)) continue;
    if (token.text === '(') depth++;
    const closes = token.text === ')' && --depth === 0;
    const separates = depth === 1 && token.text === ',';
    if (depth === 1 && !first && token.text !== '(' && !separates) first = token;
    if (closes && i === subject && how === 'below') return { nothing: 'no column follows' };
    if (closes && (i < subject || how === 'trailing')) return 'object';
    if (separates && i < subject) first = undefined;
  }
  return first ? columnAt(first, statement, definition, dialect) : 'object';
}

function columnAt(first: Token, { tokens }: SqlStatement, definition: Definition, dialect: Dialect): Place {
  const { lexis, namedInTable } = dialect;
  const word = first.type === 'word' ? first.text.toUpperCase() : '';
  const isConstraint = constraints.has(word);
  if (word in (namedInTable ?? {})) {
    const at = tokens.indexOf(first);
    const name = tokens.find((token, i) => i > at && !isBlank(token));
    if (name && isName(name)) return { table: definition.path, column: nameOf(name, lexis) };
  }
  if (isConstraint || !isName(first)) return { nothing: 'a constraint stands here, not a column' };
  return { table: definition.path, column: nameOf(first, lexis) };
}

function lastLine(token: Token | undefined, file: SplitFile): number {
  return token ? file.lineAt(token.start + token.text.length - 1) : 0;
}

function dangling(at: string, why: string): Error {
  return sourceInvalid(at, `this rename hint is about nothing: ${why}`, { hint: form });
}
