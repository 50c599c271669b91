import { type Lexis, SyncError, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { definedIn } from './lost-characters.js';
import type { Home } from './own-database.js';
import { foldMember } from './text/names.js';
import { edited, type SequenceCall, sequenceCalls } from './undump.js';

/**
 * Which databases a desired state names before the sequences of its defaults. The one that it is for is left out, since the state is built in another one; any other stays,
 * but where the state has a sequence of that name, too: a piece of a dump names whatever database it came from, and nobody can tell which of the two is meant.
 */
export class SequenceLedger {
  private readonly made = new Set<string>();
  private readonly elsewhere = new Map<string, string>();

  /** A statement of the desired state as it is to be executed. */
  read(text: string, home: Home, lexis: Lexis): string {
    const made = sequenceMade(text, lexis);
    if (made) {
      const name = foldMember(unquote(made, lexis));
      const database = this.elsewhere.get(name);
      if (database !== undefined) throw ambiguous(database, unquote(made, lexis), made.start);
      this.made.add(name);
      return text;
    }
    const calls = sequenceCalls(text, lexis);
    if (calls.length === 0 || definedIn(text, lexis) !== 'other') return text;
    const isHome = ({ database: [head] }: SequenceCall) => isNamed(unquote(head, lexis), home);
    for (const each of calls) if (each.call && !isHome(each)) this.note(each, lexis);
    return edited(
      text,
      calls.filter(isHome).map(({ database: [head, point] }) => [head.start, point.start + 1, '']),
    );
  }

  private note({ database: [head], sequence }: SequenceCall, lexis: Lexis): void {
    const [database, name] = [unquote(head, lexis), unquote(sequence, lexis)];
    if (this.made.has(foldMember(name))) throw ambiguous(database, name, head.start);
    this.elsewhere.set(foldMember(name), database);
  }
}

function isNamed(said: string, { name, folds }: Home): boolean {
  return folds ? said.toLowerCase() === name.toLowerCase() : said === name;
}

/** The name of the sequence that a statement makes. */
function sequenceMade(text: string, lexis: Lexis): Token | undefined {
  if (!/\bSEQUENCE\b/i.test(text)) return undefined;
  const tokens = tokenizeMeaning(text, lexis);
  if (tokens[0]?.text.toUpperCase() !== 'CREATE') return undefined;
  let at = tokens.findIndex(({ type, text: word }) => type === 'word' && /^(?:SEQUENCE|TABLE|VIEW|AS)$/i.test(word));
  if (tokens[at]?.text.toUpperCase() !== 'SEQUENCE') return undefined;
  while (tokens[at + 1]?.type === 'word' && /^(?:IF|NOT|EXISTS)$/i.test(tokens[at + 1]?.text ?? '')) at++;
  return tokens[at + 1];
}

function ambiguous(database: string, name: string, offset: number): SyncError {
  return new SyncError({
    code: 'UNSUPPORTED',
    op: 'execute',
    message: `a default takes its numbers from nextval(${database}.${name}), and this desired state has a sequence ${name} of its own: which of them is meant cannot be told`,
    hint: `Write nextval(${name}) for the one of this database, or NEXT VALUE FOR ${database}.${name} for that of ${database}.`,
    details: { offset },
  });
}
