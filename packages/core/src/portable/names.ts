import { hashText } from '../model/hash.js';
import type { NamedMember, PortableStyle } from './style.js';

/** Deals out names: none too long, none twice. */
export class Names {
  private readonly taken = new Set<string>();

  constructor(
    private readonly style: PortableStyle,
    tables: readonly string[],
  ) {
    if (style.tablesAmongIndexes) for (const table of tables) this.taken.add(this.key('index', table));
  }

  /** The name of a member of a table: as it is wanted, where that can be. */
  member(kind: NamedMember, wanted: string, table: string): string {
    const within = this.style.namedOnce.has(kind) ? '' : `${table}\0`;
    for (const candidate of [wanted, `${table}_${wanted}`, ...numbered(`${table}_${wanted}`)]) {
      const name = fitted(candidate, this.style);
      const key = this.key(kind, `${within}${name}`);
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
    return wanted;
  }

  /** Keys stand on indexes, and are called as these are. */
  private key(kind: NamedMember, name: string): string {
    return `${kind === 'key' ? 'index' : kind}\0${this.style.fold(name)}`;
  }
}

function* numbered(name: string): Generator<string> {
  for (let i = 2; i < 1000; i++) yield `${name}_${i}`;
}

/** A name as long as the engine takes it: one that is longer ends in what tells it from others that begin alike. */
export function fitted(name: string, { names: { most, unit } }: Pick<PortableStyle, 'names'>): string {
  const size = (text: string) => (unit === 'bytes' ? Buffer.byteLength(text) : [...text].length);
  if (size(name) <= most) return name;
  const end = `_${hashText(name).replace(/^.*:/, '').slice(0, 8)}`;
  const letters = [...name];
  while (size(letters.join('')) > most - end.length) letters.pop();
  return `${letters.join('')}${end}`;
}

/** What the check of a column is called that stands in for its type. */
export function guardName(table: string, column: string): string {
  return `${table}_${column}_fits`;
}
