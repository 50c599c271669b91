import { hashText } from '../../model/hash.js';
import { visibleJson } from '../visible.js';

/** What an entry of a trail begins with: the hashes of the lines that nobody followed yet. */
const linked = /^\{"follows":\[((?:"[0-9a-f]+",?)*)\]/;

/** How far back a line may lie that another follows: writers that wrote at the same moment. */
const remembered = 10_000;

/** The lines of a trail so far, as who writes the next one has to know them. */
export class Ends {
  private readonly open = new Set<string>();
  private isChained = false;

  /** Takes a line in, in the order of the file. */
  add(line: string): void {
    const follows = followedBy(line);
    // Lines from before lines were chained follow each other as they stand.
    if (!follows && !this.isChained) this.open.clear();
    for (const hash of follows ?? []) this.open.delete(hash);
    this.isChained ||= follows !== undefined;
    this.open.add(hashText(line));
  }

  /** The line of an entry that is to come next. */
  next(entry: object): string {
    return visibleJson(JSON.stringify({ follows: [...this.open], ...entry }));
  }
}

/** What is wrong with a trail at one of its lines. */
export interface Break {
  readonly line: number;
  readonly message: string;
}

/** What following a trail from its beginning came to. */
export interface Followed {
  readonly lines: number;
  /** Lines from before lines were chained, which stand at the beginning. */
  readonly unchained: number;
  /** Lines that a process began and did not end. */
  readonly cutShort: readonly number[];
  readonly breaks: readonly Break[];
  /** The hash of the last line: noted elsewhere, it tells later that nothing up to it was changed or cut off. */
  readonly head?: string;
  /** Of the hashes that were looked for, those that no line has. */
  readonly missing: readonly string[];
}

/**
 * Follows a trail. Several processes may have written it without a lock, so that two lines may follow the same one; but whoever follows a line has read all that
 * stands before it, and follows whatever of that nobody had followed yet.
 */
export class Follower {
  private readonly breaks: Break[] = [];
  private readonly cutShort: number[] = [];
  /** Where a hash stands, of the last lines; and which of them nobody follows yet. */
  private readonly known = new Map<string, number>();
  private readonly open = new Map<string, number>();
  private readonly missing: Set<string>;
  private number = 0;
  private unchained = 0;
  private head: string | undefined;

  constructor(heads: readonly string[]) {
    this.missing = new Set(heads);
  }

  add(line: string): void {
    this.number++;
    const follows = followedBy(line);
    if (follows) this.follow(follows);
    else if (!isJson(line)) this.cutShort.push(this.number);
    else if (this.unchained === this.number - 1) {
      this.unchained++;
      this.open.clear();
    } else this.wrong('says of no line that it follows it: it was put in');
    this.head = hashText(line);
    if (this.known.has(this.head)) this.wrong('stands twice');
    this.missing.delete(this.head);
    this.known.set(this.head, this.number);
    this.open.set(this.head, this.number);
    const [oldest] = this.known.keys();
    if (this.known.size > remembered && oldest !== undefined) this.known.delete(oldest);
  }

  end(): Followed {
    const { number: lines, unchained, cutShort, breaks, head } = this;
    return { lines, unchained, cutShort, breaks, missing: [...this.missing], ...(head !== undefined && { head }) };
  }

  private follow(follows: readonly string[]): void {
    const places = follows.map((hash) => this.known.get(hash));
    if (places.includes(undefined))
      this.wrong('follows a line that does not stand here: that was changed or taken away');
    const read = Math.max(0, ...places.map((place) => place ?? 0));
    const followed = new Set(follows);
    for (const [hash, place] of this.open) {
      if (followed.has(hash)) this.open.delete(hash);
      else if (place < read) {
        this.breaks.push({
          line: place,
          message: `was not there when line ${this.number} was written: it was put in or changed`,
        });
        this.open.delete(hash);
      }
    }
  }

  private wrong(message: string): void {
    this.breaks.push({ line: this.number, message });
  }
}

function followedBy(line: string): readonly string[] | undefined {
  const [, hashes] = linked.exec(line) ?? [];
  return hashes === undefined ? undefined : hashes.split(',').flatMap((each) => (each === '' ? [] : each.slice(1, -1)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
