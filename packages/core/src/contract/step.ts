import type { Address } from '../model/address.js';
import type { Json } from '../model/json.js';
import type { Verb } from './change.js';
import type { Statement } from './statement.js';

/** The kinds of harm that a step can do. */
export type HazardClass =
  | 'data-loss'
  | 'blocks-reads'
  | 'blocks-writes'
  | 'rewrite'
  | 'slow'
  | 'correctness'
  | 'access'
  | 'locks';

/** Something that a person should know before a step runs, computed for the actual server version. */
export interface Hazard {
  readonly class: HazardClass;
  /** Stable and documented: `drops-column`. */
  readonly code: string;
  readonly message: string;
  /** The safer way, or what to write when the tool misread the intention. */
  readonly hint?: string;
  /** The lock that the server takes, by its own name. */
  readonly lock?: string;
  /** Whether the way down brings back what this step takes away. */
  readonly reversible: boolean;
}

/** The half of a change that a step belongs to. */
export interface Ref {
  readonly verb: Verb;
  readonly address: Address;
}

/** A step as a kind renders it. Several drafts of one change run in their order. */
export interface StepDraft {
  /** For people, one line: `rebuild table users`. */
  readonly summary: string;
  readonly sql: readonly Statement[];
  readonly hazards?: readonly Hazard[];
  /** False for what may not run in a transaction. Default true. */
  readonly atomic?: boolean;
  /** Commits by itself: for what would otherwise hold its locks for as long as its neighbours take. */
  readonly apart?: true;
  /**
   * May run before the other drafts of its change, and while what makes way for them is still there: where a plan cannot commit as a whole, what is dropped to come back
   * is then gone for no longer than it must be.
   */
  readonly early?: true;
  /** May run after what its change builds is there for others, who do not wait for it: what comes back has come back before it. */
  readonly late?: true;
  /** About how many locks a transaction holds for it until it ends, where the server bounds that. Default 1. */
  readonly locks?: number;
  /** What it adds to the wear of what it changes (`Driver.wear`), or that this begins again at nothing. Default: nothing is added. */
  readonly wear?: number | 'renewed';
  /** What an attempt at it that failed can have left behind. */
  readonly leftovers?: Leftovers;
  /** Returns what the role lacks to make it beside what its change takes, as `Dialect.missingRights` does: asked before the first step of a run. */
  readonly rights?: Statement;
  /** Orders beyond what needs and parents imply. */
  readonly after?: readonly Ref[];
  readonly before?: readonly Ref[];
  /**
   * What this had better come after, or before: a wish, which goes where it closes a circle. What is late and had better come after something, or is early and before it,
   * is put there by itself in every plan.
   */
  readonly preferAfter?: readonly Ref[];
  readonly preferBefore?: readonly Ref[];
  /** What others are to see as soon as they see this: where it can only come later, it commits together with this, if anything lets it. */
  readonly until?: readonly Ref[];
  /**
   * Session settings for the whole batch; the driver defines their names. A step that says nothing of a setting does not care which value its neighbours ask for.
   */
  readonly settings?: Readonly<Record<string, Json>>;
}

/** What a step that failed halfway can leave behind. It is removed before each attempt, and where the step is given up. */
export interface Leftovers {
  /** Returns a row where there is something. */
  readonly find: Statement;
  readonly remove: readonly Statement[];
}

/** A kind's answer when a change cannot be made. */
export interface Impossible {
  readonly impossible: string;
  readonly hint?: string;
  /** Of a way back: what the way there did stays for good, and the plan is made without a way back, and says so, in place of being refused. */
  readonly lasts?: true;
}

/** A step of a plan. */
export interface Step {
  /** The position in the plan, from 1, as a person refers to it. */
  readonly number: number;
  /** The change that this step serves. */
  readonly change: string;
  readonly summary: string;
  readonly sql: readonly Statement[];
  readonly hazards: readonly Hazard[];
  readonly leftovers?: Leftovers;
  readonly rights?: Statement;
}

/** Steps that are run together: all or none where atomic. */
export interface Batch {
  readonly atomic: boolean;
  readonly settings: Readonly<Record<string, Json>>;
  readonly steps: readonly Step[];
  /** Writes seed rows, and no schema. */
  readonly seeds?: true;
  /** Removes what is no part of the schema. */
  readonly sweeps?: true;
}
