import type { RenameHint } from '../../contract/change.js';
import type { Dialect } from '../../contract/dialect.js';
import type { Part } from '../build/part.js';
import type { SourceWarning } from '../compiled.js';
import { sourceInvalid } from '../invalid.js';
import { type Definition, definitionKey, definitionOf, isBlank, isName, nameOf } from './definition.js';
import { renameHints } from './hints.js';
import { type SqlStatement, splitFile } from './split.js';

/** What a file of SQL comes to: the statements to execute in scratch, and what is said about the rest. */
export interface SqlFile {
  readonly parts: readonly Part[];
  readonly renames: readonly RenameHint[];
  readonly warnings: readonly SourceWarning[];
}

/** Splits and classifies a file of SQL. */
export function readSql(text: string, path: string, dialect: Dialect): SqlFile {
  const file = splitFile(text, path, dialect.lexis);
  const parts: Part[] = [];
  const rows: SqlStatement[] = [];
  for (const statement of file.statements) {
    const at = `${path}:${statement.line}`;
    refuseClientCommand(statement, at);
    const stored = dialect.undump?.(statement);
    const effect = stored === undefined ? dialect.classify(statement.words) : 'schema';
    switch (effect) {
      case 'schema':
        parts.push(
          stored === undefined
            ? partOf(statement, at, dialect)
            : partOf(restored(stored, statement, dialect), at, dialect),
        );
        break;
      case 'data':
        rows.push(statement);
        break;
      case 'ignored':
        break;
      case 'refused':
        throw sourceInvalid(at, `${statement.words.slice(0, 2).join(' ')} reaches outside of the database`, {
          hint: 'A desired state describes one database. Take the statement out and run it with the database’s own client.',
        });
      default:
        return unknownClass(effect);
    }
  }
  refuseLoneDrops(parts);
  return { parts, renames: renameHints(file, path, dialect.lexis), warnings: rowsLeftOut(rows, path) };
}

/** A dump drops a thing right before it creates it again; any other DROP would take away what another file defines. */
function refuseLoneDrops(parts: readonly Part[]): void {
  for (const [i, part] of parts.entries()) {
    if (!part.removes) continue;
    const taken = part.mentions();
    if (parts.slice(i + 1).some((later) => later.name !== undefined && taken.has(later.name))) continue;
    throw sourceInvalid(part.at, 'a desired state says what there is, and this statement takes something away', {
      hint: 'Leave the DROP out: what the desired state does not define is dropped by itself.',
    });
  }
}

function restored(text: string, origin: SqlStatement, dialect: Dialect): SqlStatement {
  const [statement, ...more] = splitFile(text, origin.file, dialect.lexis).statements;
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

function partOf(statement: SqlStatement, at: string, dialect: Dialect): Part {
  const definition = definitionOf(statement, dialect.lexis);
  const own = definition?.path.at(-1);
  return {
    at,
    statement: { text: definition ? strictText(statement, definition) : statement.text },
    ...(definition && { defines: definitionKey(definition, dialect.fold), tolerant: definition.tolerant }),
    ...(own !== undefined && { name: dialect.fold(own) }),
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
function strictText(statement: SqlStatement, definition: Definition): string {
  if (!definition.tolerant || !quietTypes.has(definition.type)) return statement.text;
  const { tokens } = statement;
  const words = tokens.flatMap((token, i) =>
    i < definition.end && !isBlank(token) ? [{ i, word: token.text.toUpperCase() }] : [],
  );
  const start = words.findIndex(
    ({ word }, n) => word === 'IF' && words[n + 1]?.word === 'NOT' && words[n + 2]?.word === 'EXISTS',
  );
  const [from, to] = [words[start]?.i, words[start + 2]?.i];
  if (start < 0 || from === undefined || to === undefined) return statement.text;
  const offset = tokens[0]?.start ?? 0;
  const [begin, end] = [(tokens[from]?.start ?? 0) - offset, (tokens[to + 1]?.start ?? 0) - offset];
  return statement.text.slice(0, begin) + statement.text.slice(end).trimStart();
}

function refuseClientCommand(statement: SqlStatement, at: string): void {
  const first = statement.tokens[0];
  if (first?.type !== 'symbol' || (first.text !== '.' && first.text !== '\\')) return;
  const line = statement.text.split('\n', 1)[0]?.trim();
  throw sourceInvalid(at, `${line} is a command of a database client, not SQL`, {
    hint: 'Take the line out; a source holds SQL statements only.',
  });
}

function rowsLeftOut(rows: readonly SqlStatement[], path: string): readonly SourceWarning[] {
  const [first] = rows;
  if (!first) return [];
  const count =
    rows.length === 1 ? 'a statement that writes rows was' : `${rows.length} statements that write rows were`;
  return [{ at: `${path}:${first.line}`, message: `${count} left out: rows are not schema` }];
}

function unknownClass(effect: never): never {
  throw new TypeError(`${String(effect)} is no class of statement`);
}
