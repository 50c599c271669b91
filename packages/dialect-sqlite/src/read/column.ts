import type { Token } from '@sync/core';
import { Cursor, inParentheses, isSymbol, unreadable } from '../text/cursor.js';
import { reservedWords } from '../text/keywords.js';
import { readConflict, readDeferral, readDirection, readReferences } from './clauses.js';
import type { ConstraintNames } from './constraint-names.js';
import type { RawColumn, RawConstraint, RawForeignKey } from './raw-table.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads one column definition: its name, its type and whatever constraints follow. */
export class ColumnReader {
  private readonly cursor: Cursor;
  private readonly constraints: Writable<RawConstraint>[] = [];
  private readonly column: Writable<RawColumn>;
  /** From CONSTRAINT, for the constraint that follows; SQLite allows it before a default too, where it means nothing. */
  private pending: string | undefined;

  constructor(
    tokens: readonly Token[],
    private readonly names: ConstraintNames,
  ) {
    this.cursor = new Cursor(tokens);
    this.column = { name: this.cursor.name(), type: this.readType() };
  }

  read(): { readonly column: RawColumn; readonly constraints: readonly RawConstraint[] } {
    while (!this.cursor.done) {
      if (this.cursor.accept('CONSTRAINT')) {
        if (this.pending !== undefined) this.names.repeats = true;
        this.pending = this.names.add(this.cursor.name());
      } else {
        if (!this.readKey() && !this.readRule() && !this.readValue()) {
          throw unreadable(`${this.cursor.peek()?.text} was not expected in column ${this.column.name}`);
        }
        this.pending = undefined;
      }
    }
    return { column: this.column, constraints: this.constraints };
  }

  private readType(): readonly Token[] {
    const type: Token[] = [];
    const { cursor } = this;
    for (let token = cursor.peek(); token && this.isOfType(token); token = cursor.peek()) type.push(cursor.next());
    if (type.length > 0 && cursor.seesSymbol('(')) {
      type.push(...inParentheses(cursor.group()));
    }
    return type;
  }

  private isOfType(token: Token): boolean {
    if (token.type === 'quoted' || token.type === 'string') return true;
    if (token.type !== 'word') return false;
    return !reservedWords.has(token.text.toUpperCase()) && !this.cursor.sees('GENERATED', 'ALWAYS');
  }

  private get named(): { readonly name?: string; readonly column: string } {
    return { column: this.column.name, ...(this.pending !== undefined && { name: this.pending }) };
  }

  /** The column as a term of a key. */
  private get self(): Token {
    return { type: 'quoted', text: `"${this.column.name.replaceAll('"', '""')}"`, start: 0 };
  }

  private readKey(): boolean {
    const { cursor } = this;
    if (cursor.accept('PRIMARY', 'KEY')) {
      const parts = [{ tokens: [this.self], descending: readDirection(cursor) }];
      const conflict = readConflict(cursor);
      const autoincrement = cursor.accept('AUTOINCREMENT');
      this.constraints.push({ type: 'primary-key', parts, autoincrement, ...conflict, ...this.named });
      return true;
    }
    if (cursor.accept('UNIQUE')) {
      const parts = [{ tokens: [this.self], descending: false }];
      this.constraints.push({ type: 'unique', parts, ...readConflict(cursor), ...this.named });
      return true;
    }
    if (cursor.accept('REFERENCES')) {
      this.constraints.push({ ...readReferences(cursor, [this.column.name]), ...this.named });
      return true;
    }
    return this.readDeferral();
  }

  /** SQLite reads the deferral as a clause of its own, for the foreign key before it. */
  private readDeferral(): boolean {
    const deferred = readDeferral(this.cursor);
    if (deferred === undefined) return false;
    const last = this.constraints.findLast((constraint) => constraint.type === 'foreign-key');
    if (last) (last as Writable<RawForeignKey>).deferred = deferred;
    return true;
  }

  private readRule(): boolean {
    const { cursor } = this;
    if (cursor.accept('NOT', 'NULL')) {
      const name = this.pending;
      if (this.column.notNull) this.names.repeats = true;
      this.column.notNull = { ...(name !== undefined && { name }), ...readConflict(cursor) };
      return true;
    }
    if (cursor.accept('NULL')) {
      readConflict(cursor);
      return true;
    }
    if (!cursor.accept('CHECK')) return false;
    this.constraints.push({ type: 'check', tokens: cursor.group(), ...this.named });
    readConflict(cursor);
    return true;
  }

  private readValue(): boolean {
    const { cursor } = this;
    if (cursor.accept('DEFAULT')) this.column.default = this.readDefault();
    else if (cursor.accept('COLLATE')) this.column.collation = cursor.name();
    else if (cursor.accept('GENERATED', 'ALWAYS', 'AS') || cursor.accept('AS')) {
      const tokens = cursor.group();
      const stored = cursor.accept('STORED');
      if (!stored) cursor.accept('VIRTUAL');
      this.column.generated = { tokens, stored };
    } else return false;
    return true;
  }

  private readDefault(): readonly Token[] {
    const { cursor } = this;
    if (cursor.seesSymbol('(')) return inParentheses(cursor.group());
    const first = cursor.next();
    if (isSymbol(first, '+') || isSymbol(first, '-')) return [first, cursor.next()];
    const second = cursor.peek();
    const blob = first.type === 'word' && /^x$/i.test(first.text) && second?.type === 'string';
    return blob && second.start === first.start + 1 ? [first, cursor.next()] : [first];
  }
}
