import type { Json } from '../model/json.js';

/** One statement for a server. */
export interface Statement {
  readonly text: string;
  readonly params?: readonly Json[];
  /** What it does, in the words of people: shown in place of a text that is too long to be read beside others, unless all is asked for. It is run as its text says. */
  readonly brief?: string;
  /**
   * Makes this a check: the statement must return no rows. Any row stops the batch with this message, and an atomic batch is rolled back.
   */
  readonly check?: {
    readonly message: string;
    readonly hint?: string;
    /** What it asks does not depend on the plan, so that a run asks it before the first step, too, and begins nothing that would stop there. */
    readonly ahead?: true;
  };
  /**
   * Its own words say on what condition it writes (`IF NOT EXISTS`), for an engine that has such statements: where the condition does not hold nothing is written, and the
   * connection stops with this message.
   */
  readonly applies?: { readonly message: string; readonly hint?: string };
  /**
   * Runs it again and again, each round by itself, so that whatever held stays where it is stopped: it takes one parameter, null at first, and returns one row
   * of `done`, how many rows it wrote, and `next`, the text that is the parameter of the next round; null where there is none.
   */
  readonly repeat?: true;
  /**
   * What a program of the user's may be handed that does the same in place of this statement, in a form that the driver defines. Where nothing is handed over, as in scratch,
   * the statement itself is executed.
   */
  readonly handOver?: Json;
}

/** Builds a statement from a template: `sql` keeps the text as it is written, with the common indentation taken off. */
export function sql(strings: TemplateStringsArray, ...values: readonly (string | number)[]): Statement {
  return { text: dedent(String.raw({ raw: strings }, ...values)) };
}

function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const margins = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(margin)).join('\n');
}
