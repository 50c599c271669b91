import type { Lexis } from '../contract/lexis.js';
import type { PortableExpression, PortableOperator } from '../contract/portable.js';
import { type Token, tokenizeMeaning, unquote } from '../source/sql/tokens.js';

/** How an engine writes expressions, as far as that differs. */
export interface ExpressionReading {
  readonly lexis: Lexis;
  /** What a string literal says. */
  text(literal: string): string;
  /** Functions that mean the same everywhere, by the engine's lower-case names. */
  readonly calls: Readonly<Record<string, string>>;
  /** Words for functions that stand without parentheses: `current_timestamp`. */
  readonly bareCalls?: Readonly<Record<string, string>>;
  /** Whether `||` joins texts; in some engines it is another word for OR. */
  readonly joins: boolean;
}

/** An expression in terms of no engine; undefined where any part of it is not the same everywhere. */
export function readExpression(text: string, reading: ExpressionReading): PortableExpression | undefined {
  try {
    const reader = new ExpressionReader(tokenizeMeaning(text, reading.lexis), reading);
    return reader.whole();
  } catch (error) {
    if (error === foreign) return undefined;
    throw error;
  }
}

/** Thrown, and caught above, where something has no meaning everywhere: far down in an expression there is nobody to hand that back to. */
const foreign = Symbol('foreign');

const comparisons: Readonly<Record<string, PortableOperator>> = {
  '=': '=',
  '==': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Types of texts: what is cast to one of these and was a text stays as it is. */
const textTypes = /^(?:text|character varying|character|varchar|bpchar)(?:\(\d+\))?$/;

class ExpressionReader {
  private position = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly reading: ExpressionReading,
  ) {}

  whole(): PortableExpression {
    const expression = this.or();
    if (this.position < this.tokens.length) throw foreign;
    return expression;
  }

  private get token(): Token | undefined {
    return this.tokens[this.position];
  }

  private isWord(word: string, token = this.token): boolean {
    return token?.type === 'word' && token.text.toUpperCase() === word;
  }

  private takes(text: string): boolean {
    const { token } = this;
    const isIt = token?.type === 'symbol' ? token.text === text : this.isWord(text);
    if (isIt) this.position++;
    return isIt;
  }

  private expect(text: string): void {
    if (!this.takes(text)) throw foreign;
  }

  private or(): PortableExpression {
    return this.chain('or', 'OR', () => this.and());
  }

  private and(): PortableExpression {
    return this.chain('and', 'AND', () => this.not());
  }

  /** Links of one sort are one list, however they are nested: engines print that each in its own way. */
  private chain(operator: 'and' | 'or', word: string, next: () => PortableExpression): PortableExpression {
    const of = [next()];
    while (this.takes(word)) of.push(next());
    return joined(operator, of);
  }

  private not(): PortableExpression {
    if (this.takes('NOT')) return negated(true, this.not());
    return this.comparison();
  }

  private comparison(): PortableExpression {
    const left = this.concatenation();
    const { token } = this;
    const operator = token?.type === 'symbol' ? comparisons[token.text] : undefined;
    if (operator !== undefined) {
      this.position++;
      return this.compared(operator, left);
    }
    if (this.takes('IS')) {
      const isNot = this.takes('NOT');
      this.expect('NULL');
      return negated(isNot, { operator: 'is-null', of: [left] });
    }
    const isNot = this.takes('NOT');
    if (this.takes('IN')) return negated(isNot, { operator: 'in', of: [left, ...this.list()] });
    if (this.takes('BETWEEN')) {
      const low = this.concatenation();
      this.expect('AND');
      const high = this.concatenation();
      return negated(
        isNot,
        joined('and', [
          { operator: '>=', of: [left, low] },
          { operator: '<=', of: [left, high] },
        ]),
      );
    }
    if (isNot) throw foreign;
    return left;
  }

  /** `= ANY (ARRAY[…])` is a list, and so is `<> ALL (ARRAY[…])` the denial of one. */
  private compared(operator: PortableOperator, left: PortableExpression): PortableExpression {
    const word = operator === '=' ? 'ANY' : operator === '<>' ? 'ALL' : undefined;
    if (word === undefined || !this.takes(word)) return { operator, of: [left, this.concatenation()] };
    return negated(word === 'ALL', { operator: 'in', of: [left, ...this.array()] });
  }

  private array(): readonly PortableExpression[] {
    if (!this.takes('(')) {
      this.expect('ARRAY');
      this.expect('[');
      const items = this.items(']');
      this.casts();
      return items;
    }
    const items = this.array();
    this.expect(')');
    this.casts();
    return items;
  }

  private list(): readonly PortableExpression[] {
    this.expect('(');
    return this.items(')');
  }

  private items(close: string): readonly PortableExpression[] {
    if (this.takes(close)) return [];
    const items = [this.or()];
    while (this.takes(',')) items.push(this.or());
    this.expect(close);
    return items;
  }

  private concatenation(): PortableExpression {
    let left = this.sum();
    while (this.takes('||')) {
      if (!this.reading.joins) throw foreign;
      left = { operator: '||', of: [left, this.sum()] };
    }
    return left;
  }

  private sum(): PortableExpression {
    let left = this.product();
    for (;;) {
      if (this.takes('+')) left = { operator: '+', of: [left, this.product()] };
      else if (this.takes('-')) left = { operator: '-', of: [left, this.product()] };
      else return left;
    }
  }

  private product(): PortableExpression {
    let left = this.unary();
    while (this.takes('*')) left = { operator: '*', of: [left, this.unary()] };
    return left;
  }

  private unary(): PortableExpression {
    if (this.takes('+')) return this.unary();
    if (this.takes('-')) {
      const of = this.unary();
      if ('number' in of) return { number: of.number.startsWith('-') ? of.number.slice(1) : `-${of.number}` };
      return { operator: 'negative', of: [of] };
    }
    return this.cast();
  }

  private cast(): PortableExpression {
    const value = this.operand();
    const types = this.casts();
    if (types.length === 0 || 'text' in value || 'number' in value || 'null' in value || 'truth' in value) {
      return types.length > 0 ? asNumber(value, types[0] ?? '') : value;
    }
    if (types.every((type) => textTypes.test(type))) return value;
    throw foreign;
  }

  private casts(): readonly string[] {
    const types: string[] = [];
    while (this.takes('::')) types.push(this.type());
    return types;
  }

  private type(): string {
    const words: string[] = [];
    while (this.token?.type === 'word' || this.token?.type === 'quoted') {
      if (words.length > 0 && !/^(?:varying|precision|without|with|time|zone)$/i.test(this.token.text)) break;
      words.push(this.token.text);
      this.position++;
      if (this.takes('.')) words.pop();
    }
    if (words.length === 0) throw foreign;
    const { token, position } = this;
    if (token?.text === '(' && this.tokens[position + 1]?.type === 'number') {
      while (!this.takes(')')) this.position++;
    }
    while (this.takes('[')) this.expect(']');
    return words.join(' ').toLowerCase();
  }

  private operand(): PortableExpression {
    const { token } = this;
    if (!token) throw foreign;
    this.position++;
    switch (token.type) {
      case 'number':
        return /^[\d.]+$/.test(token.text) ? { number: token.text } : fail();
      case 'string':
        return { text: this.reading.text(token.text) };
      case 'quoted':
        return this.name(token);
      case 'word':
        return this.word(token);
      case 'symbol':
        return token.text === '(' ? this.parenthesised() : fail();
      default:
        return fail();
    }
  }

  private parenthesised(): PortableExpression {
    const inside = this.or();
    this.expect(')');
    return inside;
  }

  /** A column; what is qualified may be one of another table. */
  private name(token: Token): PortableExpression {
    if (this.token?.text === '.' || this.token?.text === '(') throw foreign;
    return { column: unquote(token, this.reading.lexis) };
  }

  private word(token: Token): PortableExpression {
    const lower = token.text.toLowerCase();
    const { calls, bareCalls = {} } = this.reading;
    // What stands before a string says in which character set it is written.
    if (lower.startsWith('_') && this.token?.type === 'string') return this.operand();
    if (this.token?.text === '(') {
      const call = Object.hasOwn(calls, lower) ? calls[lower] : undefined;
      if (call === undefined) throw foreign;
      const of = this.list();
      // How many digits of a second a clock gives is its column's to say.
      return { call, of: call.startsWith('current_') ? [] : of };
    }
    const bare = Object.hasOwn(bareCalls, lower) ? bareCalls[lower] : undefined;
    if (bare !== undefined) return { call: bare, of: [] };
    if (lower === 'true' || lower === 'false') return { truth: lower === 'true' };
    if (lower === 'null') return { null: true };
    if (/^(?:case|cast|array|interval|exists|select|distinct|row|date|time|timestamp)$/.test(lower)) throw foreign;
    return this.name(token);
  }
}

function fail(): never {
  throw foreign;
}

const denials: Readonly<Record<string, PortableOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** Some engines print the denial of a comparison as another one, which is unknown for the same values. */
function negated(isNegated: boolean, expression: PortableExpression): PortableExpression {
  if (!isNegated) return expression;
  if ('operator' in expression) {
    const { operator, of } = expression;
    const denial = denials[operator];
    const [only] = of;
    if (denial) return { operator: denial, of };
    if (operator === 'not' && only) return only;
  }
  return { operator: 'not', of: [expression] };
}

/** Nested links of one sort as one list. */
function joined(operator: 'and' | 'or', of: readonly PortableExpression[]): PortableExpression {
  const flat = of.flatMap((each) => ('operator' in each && each.operator === operator ? each.of : [each]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { operator, of: flat };
}

/** Negative numbers are printed as texts of a type. */
function asNumber(value: PortableExpression, type: string): PortableExpression {
  const isNumeric = /^(?:smallint|integer|bigint|numeric|real|double precision)/.test(type);
  return isNumeric && 'text' in value && /^-?[\d.]+$/.test(value.text) ? { number: value.text } : value;
}
