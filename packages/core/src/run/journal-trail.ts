import { type Book, insertRow, insertRows, updateRow } from '../books/book.js';
import { readRows } from '../books/read-book.js';
import type { Connection, Session } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Statement } from '../contract/statement.js';
import { hashText } from '../model/hash.js';

/** What happened to the database of a tenant, entry by entry: nothing here is ever changed, but the row at place 0, which notes where the trail ended last. */
export const trailBook: Book<'tenant_hash' | 'place' | 'entry'> = {
  table: '_schema_sync_trail',
  // Tenants may share a journal, and collations may take two of their ids for one.
  columns: { tenant_hash: 'key', place: 'integer', entry: 'text' },
  key: ['tenant_hash', 'place'],
  version: 1,
};

/** An entry of a trail, by its place. */
export interface TrailEnd {
  readonly place: number;
  readonly hash: string;
}

/** An entry as it lies in its row. */
export interface TrailRow {
  readonly place: number;
  readonly text: string;
}

/** What stands before the first entry. */
const beginning: TrailEnd = { place: 0, hash: '' };

/**
 * The trail of one tenant in its own journal: each entry says the hash of the one before it. Whoever writes it holds the lock of the tenant, and the place of an entry is
 * its key, so that of two writers one is refused; but not where an INSERT writes over the row that is there, as some engines do: there the lock alone keeps them apart.
 */
export class JournalTrail {
  private ended: TrailEnd = beginning;
  private written: TrailEnd = beginning;
  private isNoted = false;
  private readonly key: string;

  constructor(
    private readonly connection: Connection,
    private readonly dialect: Dialect,
    tenant: string,
  ) {
    this.key = hashText(tenant);
  }

  /** Whether no entry is there yet. */
  get isEmpty(): boolean {
    return this.written.place === 0;
  }

  /** Finds the end of the trail, and what a process left behind it that died. */
  async open(): Promise<void> {
    const note = await this.at(0);
    const noted = note === undefined ? undefined : readEnd(note);
    this.isNoted = note !== undefined;
    // Where somebody took the note away, all are looked at.
    let end = noted ?? (await this.last());
    for (let text = await this.at(end.place + 1); text !== undefined; text = await this.at(end.place + 1))
      end = { place: end.place + 1, hash: hashText(text) };
    this.ended = end;
    this.written = end;
  }

  /** The statements that append entries. What they append counts once `held` was called. */
  append(entries: readonly object[]): readonly Statement[] {
    let end = this.written;
    const rows = entries.map((entry) => {
      const text = entryText({ follows: end.hash, ...entry });
      end = { place: end.place + 1, hash: hashText(text) };
      return { tenant_hash: this.key, place: end.place, entry: text };
    });
    this.ended = end;
    return insertRows(trailBook, rows, this.dialect);
  }

  /** Notes where the trail ends with what was appended last: what is cut off behind that shows. */
  noteEnd(): Statement {
    const key = { tenant_hash: this.key, place: 0 };
    const entry = JSON.stringify(this.ended);
    if (this.isNoted) return updateRow(trailBook, key, { entry }, this.dialect);
    return insertRow(trailBook, { ...key, entry }, this.dialect);
  }

  /** What was appended is there. */
  held({ isNoted = false } = {}): void {
    this.written = this.ended;
    this.isNoted ||= isNoted;
  }

  private async at(place: number): Promise<string | undefined> {
    const { quote, bookkeeping } = this.dialect;
    const [row] = await this.connection.query<{ readonly entry: string }>({
      text: `SELECT ${quote('entry')} FROM ${quote(trailBook.table)} WHERE ${quote('tenant_hash')} = ${bookkeeping.placeholder(1)} AND ${quote('place')} = ${bookkeeping.placeholder(2)}`,
      params: [this.key, place],
    });
    return row && String(row.entry);
  }

  private async last(): Promise<TrailEnd> {
    const { connection, dialect, key } = this;
    const rows = await readRows(connection, trailBook, { tenant_hash: key }, dialect, ['place']);
    const place = rows.reduce((most, row) => Math.max(most, Number(row.place)), 0);
    const text = place > 0 ? await this.at(place) : undefined;
    return text === undefined ? beginning : { place, hash: hashText(text) };
  }
}

/** The trail of a tenant: its entries in their order, and where it ended when that was noted last. */
export async function readTrail(
  session: Session,
  dialect: Dialect,
  tenant: string,
): Promise<{ readonly rows: readonly TrailRow[]; readonly note?: string }> {
  const found = await readRows(session, trailBook, { tenant_hash: hashText(tenant) }, dialect, ['place', 'entry']);
  const all = found
    .map(({ place, entry }): TrailRow => ({ place: Number(place), text: String(entry ?? '') }))
    .sort((a, b) => a.place - b.place);
  const note = all.find(({ place }) => place === 0)?.text;
  return { rows: all.filter(({ place }) => place !== 0), ...(note !== undefined && { note }) };
}

/** Where a trail ended, as it was noted; undefined for a note that is none. */
export function readEnd(note: string): TrailEnd | undefined {
  try {
    const { place, hash } = (JSON.parse(note) ?? {}) as Partial<TrailEnd>;
    return typeof place === 'number' && typeof hash === 'string' ? { place, hash } : undefined;
  } catch {
    return undefined;
  }
}

/** Plain ASCII comes back as it was written, whatever the database takes characters for. */
function entryText(entry: object): string {
  return JSON.stringify(entry).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
