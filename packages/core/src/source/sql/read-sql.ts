import type { RenameHint } from '../../contract/change.js';
import type { Dialect } from '../../contract/dialect.js';
import type { Part } from '../build/part.js';
import type { SourceWarning } from '../compiled.js';
import { emptyMark, isEmptyMark } from '../empty-mark.js';
import { type DecodedLines, notUtf8 } from '../files/decode.js';
import { type Problems, sourceInvalid } from '../invalid.js';
import { type Definition, definitionKey, definitionOf, isBlank, isName, nameOf } from './definition.js';
import { contentOf, renameHints } from './hints.js';
import { type SplitFile, type SqlStatement, splitFile } from './split.js';

/** What a file of SQL comes to: the statements to execute in scratch, and what is said about the rest. */
export interface SqlFile {
  readonly parts: readonly Part[];
  readonly renames: readonly RenameHint[];
  readonly warnings: readonly SourceWarning[];
  /** Where it says `@empty`. */
  readonly empty?: string;
}

/** Splits and classifies a file of SQL; what is wrong with a statement goes to `problems`. */
export function readSql(
  { text, unreadable }: DecodedLines,
  path: string,
  dialect: Dialect,
  problems: Problems,
): SqlFile {
  const file = splitFile(text, path, dialect);
  const parts: Part[] = [];
  const rows: SqlStatement[] = [];
  const cut: SourceWarning[] = [];
  for (const statement of file.statements) {
    problems.attempt(() => {
      const written = statement.dialect ?? dialect;
      const part = readStatement(statement, file, written, rows);
      if (!part) return;
      parts.push(part);
      for (const warning of namesCut(statement, file, written)) cut.push(warning);
    });
  }
  problems.attempt(() => refuseUnreadable(unreadable, rows, path));
  problems.attempt(() => refuseSeveral(file, dialect));
  for (const part of loneDrops(parts)) problems.attempt(() => refuseDrop(part));
  const renames = problems.attempt(() => renameHints(file, path, dialect)) ?? [];
  const empty = declaredEmpty(text, path, file, dialect);
  return { parts, renames, warnings: [...cut, ...rowsLeftOut(rows, path)], ...(empty !== undefined && { empty }) };
}

/** What rows hold may be no text, since nobody reads it. */
function refuseUnreadable(unreadable: readonly number[], rows: readonly SqlStatement[], path: string): void {
  let next = 0;
  let last = lastLine(rows[next]);
  for (const line of unreadable) {
    while (last < line) last = lastLine(rows[++next]);
    const statement = rows[next];
    if (!statement || statement.line > line) throw notUtf8(path, line);
  }
}

function lastLine(statement: SqlStatement | undefined): number {
  return statement ? statement.line + statement.text.split('\n').length - 1 : Number.POSITIVE_INFINITY;
}

function readStatement(
  statement: SqlStatement,
  file: SplitFile,
  dialect: Dialect,
  rows: SqlStatement[],
): Part | undefined {
  const at = `${statement.file}:${statement.line}`;
  refuseClientCommand(statement, at);
  const stored = dialect.undump?.(statement);
  if (stored !== undefined) return partOf(restored(stored, statement, dialect), at, dialect);
  const definition = definitionOf(statement, dialect);
  const effect = dialect.classify(statement.words, definition?.written, statement.text);
  if (typeof effect === 'object') throw sourceInvalid(at, effect.refused, { hint: effect.hint });
  switch (effect) {
    case 'schema':
      return partOf(statement, at, dialect, { definition, file });
    case 'data':
      rows.push(statement);
      return undefined;
    case 'ignored':
      return undefined;
    case 'refused':
      throw sourceInvalid(at, `${statement.words.slice(0, 2).join(' ')} reaches outside of the database`, {
        hint: 'A desired state describes one database. Take the statement out and run it with the database’s own client.',
      });
    default:
      throw new TypeError(`${String(effect satisfies never)} is no class of statement`);
  }
}

/** Where a comment says that nothing is meant to be there. */
function declaredEmpty(text: string, path: string, file: SplitFile, { lexis }: Dialect): string | undefined {
  if (!text.includes(emptyMark)) return undefined;
  const tokens = [...file.statements.flatMap(({ leading, tokens: own }) => [...leading, ...own]), ...file.trailing];
  const mark = tokens.find((token) => token.type === 'comment' && isEmptyMark(contentOf(token.text, lexis)));
  return mark && `${path}:${file.lineAt(mark.start)}`;
}

/** A dump drops a thing right before it creates it again; any other DROP would take away what another file defines. */
function loneDrops(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, i) => {
    if (!part.removes) return false;
    const taken = part.mentions();
    return !parts.slice(i + 1).some((later) => later.name !== undefined && taken.has(later.name));
  });
}

/** What is of several databases would come to lie in one. */
function refuseSeveral({ statements }: SplitFile, dialect: Dialect): void {
  let first: string | undefined;
  for (const statement of statements) {
    const entered = (statement.dialect ?? dialect).enters?.(statement);
    first ??= entered;
    if (entered === undefined || entered === first) continue;
    throw sourceInvalid(
      `${statement.file}:${statement.line}`,
      `what follows is of database ${entered}, and what is above of ${first}`,
      { hint: 'A desired state describes one database: dump one of them, or take the other one out.' },
    );
  }
}

function refuseDrop({ at }: Part): never {
  throw sourceInvalid(at, 'a desired state says what there is, and this statement takes something away', {
    hint: 'Leave the DROP out: what the desired state does not define is dropped by itself.',
  });
}

function restored(text: string, origin: SqlStatement, dialect: Dialect): SqlStatement {
  const [statement, ...more] = splitFile(text, origin.file, dialect).statements;
  // What a dump hides in a row is executed, so it may be nothing but a definition.
  if (
    !statement ||
    more.length > 0 ||
    statement.words[0] !== 'CREATE' ||
    dialect.classify(statement.words) !== 'schema'
  ) {
    throw sourceInvalid(
      `${origin.file}:${origin.line}`,
      'a row of the schema table holds something other than a definition',
      {
        hint: 'A dump writes one CREATE there. Write the definition as a statement of its own.',
      },
    );
  }
  return { ...statement, line: origin.line };
}

/** How a statement was read from its file; one that a dump wraps into another has no place of its own there. */
interface Written {
  readonly definition: Definition | undefined;
  readonly file: SplitFile;
}

function partOf(statement: SqlStatement, at: string, dialect: Dialect, written?: Written): Part {
  const definition = written ? written.definition : definitionOf(statement, dialect);
  const own = definition?.path.at(-1);
  const { text, left } = definition ? strictText(statement, definition) : { text: statement.text, left: undefined };
  const start = statement.tokens[0]?.start ?? 0;
  return {
    at,
    statement: { text },
    ...(dialect.settings && { settings: dialect.settings }),
    ...(written && {
      place: (offset) => {
        const shift = left && offset >= left.from ? left.length : 0;
        return `${statement.file}:${written.file.placeAt(start + offset + shift)}`;
      },
    }),
    ...(definition && {
      defines: definitionKey(definition.type, definition.path.map(dialect.fold)),
      path: definition.path.map(dialect.fold),
      type: definition.type,
      tolerant: definition.tolerant,
    }),
    ...(own !== undefined && { name: dialect.fold(own) }),
    ...(dialect.comesFirst?.(statement.words) && { comesFirst: true }),
    removes: statement.words[0] === 'DROP',
    mentions: () => {
      const names = new Set<string>();
      for (const token of statement.tokens) if (isName(token)) names.add(dialect.fold(nameOf(token, dialect.lexis)));
      return names;
    },
  };
}

const quietTypes = new Set(['INDEX', 'TRIGGER']);

/**
 * Scratch starts empty, so `IF NOT EXISTS` could only hide that a name is defined twice. Tables keep it: dumps write it for the shadow tables that a
 * virtual table brings with it.
 */
function strictText(
  statement: SqlStatement,
  definition: Definition,
): { readonly text: string; readonly left?: { readonly from: number; readonly length: number } } {
  const { text } = statement;
  if (!definition.tolerant || !quietTypes.has(definition.type)) return { text };
  const { tokens } = statement;
  const words = tokens.flatMap((token, i) =>
    i < definition.end && !isBlank(token) ? [{ i, word: token.text.toUpperCase() }] : [],
  );
  const start = words.findIndex(
    ({ word }, n) => word === 'IF' && words[n + 1]?.word === 'NOT' && words[n + 2]?.word === 'EXISTS',
  );
  const [from, to] = [words[start]?.i, words[start + 2]?.i];
  if (start < 0 || from === undefined || to === undefined) return { text };
  const offset = tokens[0]?.start ?? 0;
  const [begin, end] = [(tokens[from]?.start ?? 0) - offset, (tokens[to + 1]?.start ?? 0) - offset];
  const rest = text.slice(end).trimStart();
  return { text: text.slice(0, begin) + rest, left: { from: begin, length: text.length - rest.length - begin } };
}

function refuseClientCommand(statement: SqlStatement, at: string): void {
  const first = statement.tokens[0];
  if (first?.type !== 'symbol' || (first.text !== '.' && first.text !== '\\')) return;
  const line = statement.text.split('\n', 1)[0]?.trim();
  throw sourceInvalid(at, `${line} is a command of a database client, not SQL`, {
    hint: 'Take the line out; a source holds SQL statements only.',
  });
}

/** Names of which an engine keeps only the beginning: two may become one, and nobody finds the thing under the name that was written. */
function namesCut(
  { tokens, file: path }: SqlStatement,
  { placeAt }: SplitFile,
  dialect: Dialect,
): readonly SourceWarning[] {
  const { nameBytes, lexis } = dialect;
  if (nameBytes === undefined) return [];
  return tokens.flatMap((token) => {
    const mayBeName = token.type === 'word' || token.type === 'quoted';
    if (token.text.length * 3 <= nameBytes || !mayBeName) return [];
    const name = Buffer.from(nameOf(token, lexis));
    if (name.length <= nameBytes) return [];
    const kept = new TextDecoder().decode(name.subarray(0, nameBytes)).replace(/\uFFFD$/, '');
    const message = `this name is longer than ${nameBytes} bytes, and the server keeps only ${dialect.quote(kept)} of it`;
    return [{ at: `${path}:${placeAt(token.start)}`, message }];
  });
}

function rowsLeftOut(rows: readonly SqlStatement[], path: string): readonly SourceWarning[] {
  const [first] = rows;
  if (!first) return [];
  const count =
    rows.length === 1 ? 'a statement that writes rows was' : `${rows.length} statements that write rows were`;
  return [{ at: `${path}:${first.line}`, message: `${count} left out: rows are not schema` }];
}
