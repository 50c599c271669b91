import { type Address, partsOf, type Token, tokenizeMeaning, unquote } from '@sync/core';
import { cockroachLexis } from '../text/lexis.js';

/** What is there, by its name with its schema: a type and a table may have one name, and of a function there may be several. */
export class Names {
  private readonly all = new Map<string, Address[]>();

  add(at: Address): void {
    const { parts } = partsOf(at);
    const bare = (parts.at(-1) ?? '').replace(/\(.*\)$/s, '');
    const key = keyOf(parts.length > 1 ? (parts[0] ?? '') : 'public', bare);
    this.all.set(key, [...(this.all.get(key) ?? []), at]);
  }

  /** What a text names, as the server prints it: with the schema, also where it is a value (`nextval('public.counter'::REGCLASS)`). */
  in(text: string): readonly Address[] {
    const tokens = tokenizeMeaning(text, cockroachLexis);
    const found = tokens.flatMap((token, i) => {
      if (token.type === 'string') return this.inString(token.text);
      const [dot, next] = tokens.slice(i + 1, i + 3);
      return dot?.text === '.' && next ? this.at(nameOf(token), nameOf(next)) : [];
    });
    return [...new Set(found)];
  }

  private inString(text: string): readonly Address[] {
    if (text.startsWith('$')) return this.in(text.replace(/^\$[^$]*\$|\$[^$]*\$$/g, ''));
    const tokens = tokenizeMeaning(text.slice(1, -1), cockroachLexis);
    const [schema, dot, name] = tokens;
    return tokens.length === 3 && dot?.text === '.' && schema && name ? this.at(nameOf(schema), nameOf(name)) : [];
  }

  private at(schema: string | undefined, name: string | undefined): readonly Address[] {
    return schema === undefined || name === undefined ? [] : (this.all.get(keyOf(schema, name)) ?? []);
  }
}

function keyOf(schema: string, name: string): string {
  return JSON.stringify([schema, name]);
}

function nameOf(token: Token): string | undefined {
  return token.type === 'word' || token.type === 'quoted' ? unquote(token, cockroachLexis) : undefined;
}
