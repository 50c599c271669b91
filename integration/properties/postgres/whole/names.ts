/** What can be renamed: what it is called and what else it may be called. */
interface Name {
  readonly called: readonly [string, string];
  /** What it lies in, by its key here: a schema, or the object that a column is of. */
  readonly in?: string;
}

export const names: Readonly<Record<string, Name>> = {
  os: { called: ['o s', 'O.s'] },
  t: { called: ['t', 'we"ird Näme'] },
  name: { in: 't', called: ['name', 'select'] },
  amount: { in: 't', called: ['amount', 'new amount'] },
  other: { in: 'os', called: ['T 2', 'order'] },
  ref: { in: 'other', called: ['t_id', 'T ref'] },
  mood: { called: ['mood', 'Mood "2"'] },
  dom: { in: 'os', called: ['dom', 'D 2'] },
  pair: { called: ['pair', 'table'] },
  span: { called: ['span', 'S pan'] },
  calc: { in: 'os', called: ['calc', 'Calc 2'] },
  view: { called: ['v', 'V iew'] },
  mat: { called: ['m', 'user'] },
  part: { called: ['p', 'P arted'] },
  heir: { called: ['heir', 'He ir'] },
  counter: { called: ['counter', 'Count er'] },
  far: { called: ['ft', 'F t'] },
};

const isColumn = (key: string) => names[key]?.in !== undefined && names[key]?.in !== 'os';

/** The path of what has that key, where the names of `renamed` are the other ones. */
export function pathOf(key: string, renamed: readonly string[]): readonly string[] {
  const name = names[key];
  if (!name) return [];
  const own = name.called[renamed.includes(key) ? 1 : 0];
  return [...(name.in === undefined ? [] : pathOf(name.in, renamed)), own];
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Puts the present names into statements. A column is written by its own name alone. */
export function namer(renamed: readonly string[]): (text: string) => string {
  return (text) =>
    text.replace(/@([a-z]+)/g, (token, key: string) => {
      const path = pathOf(key, renamed).map(quote);
      return (isColumn(key) ? path.at(-1) : path.join('.')) || token;
    });
}
