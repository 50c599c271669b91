import type { RenameHint } from '@sync/core';
import type { Feature, Name } from './feature.js';

/** Which form of each feature a schema has, and what is called by its other name. */
export interface Whole {
  readonly has: Readonly<Record<string, number>>;
  readonly renamed: readonly string[];
}

/** What schemas of an engine can be made of. */
interface Parts {
  /** In an order in which they can be made. */
  readonly features: Readonly<Record<string, Feature>>;
  readonly names: Readonly<Record<string, Name>>;
  /** What every schema has. */
  readonly base: readonly string[];
  readonly rows: readonly string[];
  readonly quote: (name: string) => string;
}

/** All schemas that can be made of the features of an engine. */
export class World {
  constructor(private readonly parts: Parts) {}

  get features(): Readonly<Record<string, Feature>> {
    return this.parts.features;
  }

  /** What can be renamed, by its key. */
  get renameable(): readonly string[] {
    return Object.keys(this.parts.names);
  }

  /** The statements that make a schema: what needs something that is not there is not there either. */
  print(whole: Whole, version: number): readonly string[] {
    return this.templates(whole, version).map(this.namer(whole.renamed));
  }

  printRows(whole: Whole, version: number): readonly string[] {
    const rows = [...this.parts.rows, ...this.chosen(whole, version).flatMap((feature) => feature.rows)];
    return rows.map(this.namer(whole.renamed));
  }

  /** What is said of the renames between two schemas. What something lies in is written by its name of after. */
  hintsBetween(before: Whole, after: Whole, version: number): readonly RenameHint[] {
    const [first, then] = [this.keysIn(before, version), this.keysIn(after, version)];
    return this.renameable.flatMap((key) => {
      if (!first.has(key) || !then.has(key)) return [];
      const others = after.renamed.filter((other) => other !== key);
      const [from, to] = [before, after].map(({ renamed }) =>
        this.pathOf(key, renamed.includes(key) ? [...others, key] : others),
      );
      return from && to && from.at(-1) !== to.at(-1) ? [{ at: 'the test', from, to }] : [];
    });
  }

  private templates(whole: Whole, version: number): readonly string[] {
    return [...this.parts.base, ...this.chosen(whole, version).flatMap(({ statements }) => statements)];
  }

  private chosen(whole: Whole, version: number) {
    const there = new Set<string>();
    return Object.entries(this.parts.features).flatMap(([key, { forms, needs = [], since = 0, rows = [] }]) => {
      const statements = forms[whole.has[key] ?? -1];
      if (!statements || version < since || !needs.every((need) => there.has(need))) return [];
      there.add(key);
      return [{ statements, rows }];
    });
  }

  private keysIn(whole: Whole, version: number): ReadonlySet<string> {
    const texts = this.templates(whole, version);
    return new Set(texts.flatMap((text) => [...text.matchAll(/@([a-z]+)/g)].flatMap(([, key]) => key ?? [])));
  }

  /** The path of what has that key, where the names of `renamed` are the other ones. */
  private pathOf(key: string, renamed: readonly string[]): readonly string[] {
    const name = this.parts.names[key];
    if (!name) return [];
    const own = name.called[renamed.includes(key) ? 1 : 0];
    return [...(name.in === undefined ? [] : this.pathOf(name.in, renamed)), own];
  }

  /** Puts the present names into statements. */
  private namer(renamed: readonly string[]): (text: string) => string {
    return (text) =>
      text.replace(/@([a-z]+)/g, (token, key: string) => {
        const path = this.pathOf(key, renamed).map(this.parts.quote);
        return (this.parts.names[key]?.isColumn ? path.at(-1) : path.join('.')) || token;
      });
  }
}
