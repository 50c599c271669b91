/** What one statement of a request came to. */
export interface Result {
  readonly error?: string;
  readonly columns?: readonly string[];
  readonly types?: readonly string[];
  readonly values?: readonly (readonly unknown[])[];
}

/** What a whole request came to: an error above all results says that there are none. */
export interface Answer {
  readonly error?: string;
  readonly results: readonly Result[];
}

/** A row, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads an answer; undefined for what is none of rqlite's. */
export function readAnswer(body: string): Answer | undefined {
  try {
    const { error, results } = JSON.parse(withBigIntegers(body), reviveBigInteger) as Partial<Answer>;
    if (error === undefined && !Array.isArray(results)) return undefined;
    return { results: results ?? [], ...(error !== undefined && { error }) };
  } catch {
    return undefined;
  }
}

/** The rows of a result. */
export function rowsOf({ columns = [], values = [] }: Result): readonly Row[] {
  return values.map((row) => Object.fromEntries(columns.map((column, i) => [column, asStored(row[i])])));
}

/** Asked for so, blobs come as lists of bytes; flags are what a declared type makes of 1 and 0. */
function asStored(value: unknown): unknown {
  if (Array.isArray(value)) return Uint8Array.from(value as number[]);
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}

const mark = '\u0000integer:';

/** Whole numbers come bare, however large: those that a number cannot hold are marked before they are read as one. */
function withBigIntegers(body: string): string {
  return body.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : JSON.stringify(mark + token),
  );
}

function reviveBigInteger(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value;
}
