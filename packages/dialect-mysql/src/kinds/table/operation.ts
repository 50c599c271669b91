import type { Hazard, Statement } from '@sync/core';
import type { Cost } from './costs.js';

/** When an operation is made: what makes way, the columns, what is built on them, what refers to others. */
export type Stage = 'clear' | 'columns' | 'build' | 'refer';

/** One clause of ALTER TABLE, with what it costs. */
export interface Operation {
  readonly clause: string;
  readonly stage: Stage;
  readonly cost: Cost;
  /** What happens, for people: `add column age`. */
  readonly summary: string;
  /** What it makes or changes, and rows may stand in the way of: `index by_name`. */
  readonly about?: string;
  readonly hazards?: readonly Hazard[];
  /** Queries that have to find nothing before it is made. */
  readonly before?: readonly Statement[];
  /** Made at once it gives the rows that come another version than those that are there, of which a table takes so many. */
  readonly versions?: true;
  /** Why it costs what it does, where that is not the only way to make it. */
  readonly because?: string;
  /** Nobody may write while it is built in place. */
  readonly shared?: true;
  /** It has the server build the table anew, though nothing else is taken along. */
  readonly rebuilds?: true;
  /** It is made by itself, before everything else. */
  readonly ahead?: true;
  /**
   * It is made before the rest where that writes the table anew, or whatever is done: neither a copy nor what builds the table anew takes it along, or something else of
   * the rest names what it makes.
   */
  readonly first?: 'where-written' | 'always';
  /** It is made by itself, after everything else. */
  readonly behind?: true;
  /** Tables of which this makes way for what changes there, or waits for it. */
  readonly beside?: readonly string[];
  /** Nothing else is made in place with it in one statement. */
  readonly alone?: true;
  /** The same, and it keeps its place among the others; `at-once` where that holds for what is there at once, and others like it come along. */
  readonly apart?: true | 'at-once';
  /** It cannot be made in another ALTER TABLE than its neighbours of other stages. */
  readonly together?: true;
}
