import type { RenameHint } from './contract/change.js';
import type { ConnectionInput } from './contract/connection-input.js';
import type { Driver } from './contract/driver.js';
import type { Unmanaged } from './contract/kind.js';
import type { SourceReader } from './contract/source-reader.js';
import type { Statement } from './contract/statement.js';
import type { HazardClass } from './contract/step.js';
import type { Trace } from './contract/trace.js';
import type { Differ, Difference } from './diff/difference.js';
import type { SyncError } from './errors.js';
import type { Inspection, Inspector } from './inspect/inspect.js';
import type { ScriptChoice } from './migrate/choose-scripts.js';
import type { ToolBook } from './migrate/find-books.js';
import type { Migrations } from './migrate/read-migrations.js';
import type { Script } from './migrate/script.js';
import type { Standing } from './migrate/standing.js';
import type { Address } from './model/address.js';
import type { Expander } from './plan/both-shapes.js';
import type { PlanHazard } from './plan/hazards.js';
import type { OnlineChoice } from './plan/online.js';
import type { PlanPhase } from './plan/phase.js';
import type { Plan, Planner, PlanReading } from './plan/plan-format.js';
import type { PendingSeed } from './plan/seeds.js';
import type { DataCheck } from './run/check-data.js';
import type { AuditSink, CiJob, RunRecord, StepRecord } from './run/journal-format.js';
import type { PruneChoice } from './run/prune.js';
import type { RunEvent, RunReport, Seen } from './run/report.js';
import type { Executor } from './run/run.js';
import type { Drift } from './run/verify.js';
import type { JournalFollowed } from './run/verify-journal.js';
import type { SnapshotStore } from './snapshot/store.js';
import type { Compiled, LocatedFlaw, Source } from './source/compiled.js';
import type { TenantContext } from './tenant/context.js';

/** What an engine is made of. Everything but the driver has a default, and each can be replaced. */
export interface EngineOptions {
  readonly driver: Driver;
  readonly inspector?: Inspector;
  readonly differ?: Differ;
  readonly planner?: Planner;
  /** Finds the state in which clients of the old and of the new shape live beside each other. */
  readonly expander?: Expander;
  readonly executor?: Executor;
  readonly snapshots?: SnapshotStore;
  readonly audit?: AuditSink;
  /** The job that all of this runs in, for the journal. */
  readonly ci?: CiJob;
  /** What reads sources that are programs, each by its scheme. */
  readonly readers?: readonly SourceReader[];
  /** Where scratch databases are made, in place of beside the target. */
  readonly scratch?: ConnectionInput;
  /** A database on whose server scratch databases may be made; asked for only where a driver needs one and nothing else names it. */
  readonly beside?: (() => Promise<ConnectionInput>) | undefined;
  readonly clock?: () => Date;
  readonly runId?: () => string;
}

/** Settings of one operation. */
export interface OperationOptions {
  readonly exclude?: readonly string[];
  /** Told of each pattern of `exclude` that meets something, as often as it does. */
  readonly onExcluded?: (glob: string) => void;
  /**
   * The schemas inside the database that are managed, on engines that have such, or `all`. Default: those that the desired state names, or all where there is none. What
   * lies in others is left alone.
   */
  readonly schemas?: readonly string[] | 'all';
  /** Told of each schema that something lies in, managed or not, as often as it does; only where `schemas` or a desired state names some. */
  readonly onSchema?: (schema: string) => void;
  readonly with?: readonly string[];
  readonly signal?: AbortSignal;
  /** Told what is going on: which phase begins, how far it is, and each step of a run. */
  readonly onEvent?: (event: RunEvent) => void;
  /** How long to wait for the tenant's lock, and for whoever else holds the database. Default: what the target says, or the driver's own. */
  readonly lockWaitMs?: number;
}

/** A desired state: a source as a user writes it, or one that was compiled before. */
export type Goal = string | Compiled;

/** Settings for compiling a source. */
export interface CompileOptions extends OperationOptions {
  /** What relative paths are relative to. Default: the working directory. */
  readonly directory?: string;
  readonly lenient?: boolean;
  /** The target, where scratch databases may be made. */
  readonly near?: TenantContext;
  /** Opens live databases of the same engine that a source names; secrets in it are the caller's to resolve. */
  readonly connection?: (url: string) => ConnectionInput;
}

/** Settings for diffing. */
export interface DiffRequest extends CompileOptions {
  readonly renames?: readonly RenameHint[];
  /** The part of a change that is meant: both shapes beside each other, or the old one gone. Default: all of it at once. */
  readonly phase?: PlanPhase;
  /** Takes in the seed rows of the desired state: those that the target lacks or holds differently. */
  readonly seeds?: boolean;
}

/** Settings for planning. */
export interface PlanRequest extends DiffRequest {
  /** Try the plan in scratch, up and down. Default true. */
  readonly prove?: boolean;
  /** Ask the target which rows stand in the way of the plan, before anything runs. `sync` does not run a plan that rows are in the way of, or may be for all that the target was able to tell. Default false. */
  readonly checkData?: boolean;
  /** Which tables are changed in steps that keep nobody waiting for long. Default: those from 100,000 rows on, by the server's estimate. */
  readonly online?: OnlineChoice;
}

/** Settings for looking whether a plan can begin. */
export interface CheckRequest extends OperationOptions {
  /** Whether a database that is not there may be made. Default: by `sync` alone, whose `confirm` is told of it; `apply` refuses with CONNECTION_FAILED. A plan that cannot begin in an empty one makes none. */
  readonly create?: boolean;
  /** Whether the run is only to be shown: `check` then takes no lock and opens no connection that can write. Default false. */
  readonly dryRun?: boolean;
}

/** Settings for running. */
export interface ApplyRequest extends Omit<CheckRequest, 'dryRun'> {
  readonly allow?: readonly HazardClass[] | 'all';
  /** Whether a plan is refused that was to be tried in scratch and could not be. Default true. One that was made with `prove: false` was never to be tried. */
  readonly prove?: boolean;
  /**
   * What is to be noted of a run in the database itself: commits with the run's last batch where the engine lets it, and else at its end. A run that was made before, or
   * that has nothing to do, notes nothing.
   */
  readonly alongside?: (plan: Plan) => readonly Statement[];
  /** Told what the database came to, as it was read once the plan had run, where nothing else was there to be made of it. */
  readonly settled?: Settled;
}

/** Who is told of a database that was brought in sync, and what it is compared with for that. */
export interface Settled {
  readonly goal: Compiled;
  readonly request: DiffRequest;
  told(found: Validation, seen: Seen): void;
}

/** What became of a database since a run of schema-sync last came to its end. */
export interface DriftFound {
  readonly tenant: string;
  /** The run that is compared with. */
  readonly since: RunRecord;
  readonly drifted: boolean;
  /** What differs, by addresses. */
  readonly objects: Drift;
  /** What changed, from the state that the run left to what is there; absent where the journal no longer holds that state whole. */
  readonly difference?: Difference;
  /** The state that the run left, as a goal to go back to; absent where the difference is. */
  readonly left?: Compiled;
  /** Who changed what is there, as far as the server can say. */
  readonly traces: ReadonlyMap<Address, Trace>;
  /** An object of which nothing but its hash is known, where the state is not known whole. */
  readonly unknown?: Address;
  /** How the run read the database, and how it was read now. */
  readonly reading: PlanReading;
  readonly inspection: Inspection;
  /** A run that began something since and did not come to its end. */
  readonly unfinished?: RunRecord;
}

/** Settings for taking what is there for the base. */
export interface BaselineRequest extends OperationOptions {
  /** What was found to have changed, and is agreed to: the database is read as it was for that, and noted only if it still is so. */
  readonly drift?: DriftFound;
  /** Whether it may be noted where a run has come to its end before. Default: where there is a `drift`. */
  readonly again?: boolean;
  /** Why, as the history tells it. */
  readonly summary?: string;
}

/** Settings for running migrations of a folder. */
export interface MigrateRequest extends OperationOptions, ScriptChoice {
  /** Whether what would run is only to be told. Default false. */
  readonly dryRun?: boolean;
  /** Asked before anything runs, where something would; stops it by throwing. */
  readonly confirm?: (scripts: readonly Script[]) => Promise<void>;
  /** Told of each as it begins. */
  readonly onScript?: (script: Script, number: number, count: number) => void;
}

/** What running migrations of a folder came to. */
export interface MigrateResult {
  /** How they stood before. */
  readonly before: Standing;
  /** Those that are to run, in their order. */
  readonly chosen: readonly Script[];
  /** Those that ran, in the order in which they did. */
  readonly ran: readonly Script[];
  /** The run that notes what they made as the new base; absent where there was none, or where others had changed something. */
  readonly report?: RunReport;
}

/** What a plan is put forward for. */
export interface Occasion {
  /** The database is not there, and running the plan makes it. */
  readonly missing: boolean;
  /** Another plan was agreed to before, and the database has changed since. */
  readonly again: boolean;
  /** What the database holds and the plan leaves alone. */
  readonly unmanaged: readonly Unmanaged[];
  /** Which rows stand in the way, where that was asked; the plan is refused after this where there are some. */
  readonly data?: DataCheck;
  /** Why the target would not let the plan be run, such as rights that are missing; it is refused after this. */
  readonly refusal?: SyncError;
}

/** What `sync` came to. */
export interface SyncResult {
  readonly tenant: string;
  /** Whether there was nothing to do: how the database was found. That it is in sync afterwards is what a `report` says, and what failed is thrown. */
  readonly inSync: boolean;
  readonly difference: Difference;
  /** The seed rows that were not held as they are written; looked at where `seeds` asks for it. */
  readonly seeds: readonly PendingSeed[];
  /** What the database holds and is left alone, with the reasons. */
  readonly unmanaged: readonly Unmanaged[];
  /** What of the goal does not hold, and did not hold before either. A goal that breaks something else is refused. */
  readonly flaws: readonly LocatedFlaw[];
  /** Which rows stand in the way; looked at where `checkData` asks for it. */
  readonly data?: DataCheck;
  /** Why the target would not let the plan be run: rights that are missing, or a check that would stop it. */
  readonly refusal?: SyncError;
  /** The database was not there when it was compared. */
  readonly missing?: true;
  /** Absent where there was nothing to do. */
  readonly plan?: Plan;
  /** Absent in a dry run and where there was nothing to do. */
  readonly report?: RunReport;
}

/** What `validate` and `audit` came to. */
export interface Validation {
  readonly tenant: string;
  readonly inSync: boolean;
  readonly difference: Difference;
  /** Which phase comes next, where the change can be made in two: `contract` says that both shapes are there. */
  readonly next?: PlanPhase;
  /** The seed rows that are not held as they are written; looked at where `seeds` asks for it. */
  readonly seeds: readonly PendingSeed[];
  /** The tables that a plan would change online for their size, where there are some; looked at where `online` says from which size on. */
  readonly large?: readonly Address[];
  /** What `Driver.wear` says of what differs; looked at where `online` is said, which asks for all that a plan depends on. */
  readonly wear?: ReadonlyMap<Address, number>;
  /** The database is not there: it was compared as an empty one. */
  readonly missing?: true;
  readonly inspection: Inspection;
  readonly goal: Compiled;
}

/** What a database came to that was read, and the fingerprint that it had before that, where it tells one. */
export interface Validated {
  readonly known?: never;
  readonly found: Validation;
  readonly fingerprint?: string;
  /** Nothing tells by which fingerprint that is known: it was changed while it was read, or may have been. */
  readonly unsteady?: true;
}

/** A run with its steps, as the target's journal tells it. */
export interface HistoryEntry extends RunRecord {
  /** The run that took this one back, unless that was undone again. */
  readonly takenBackBy?: string;
  readonly steps: readonly StepRecord[];
}

/** The whole line, from source to journal, for one driver. Each operation is about one tenant. */
export interface Engine {
  readonly driver: Driver;
  /** Brings a source into a server's normal form, once, for any number of tenants. */
  compile(source: string | Source, options?: CompileOptions): Promise<Compiled>;
  inspect(tenant: TenantContext, options?: OperationOptions): Promise<Inspection>;
  /** The differences from the tenant's database to the goal. */
  diff(tenant: TenantContext, goal: Goal, options?: DiffRequest): Promise<Difference>;
  /** The differences between two compiled states. */
  compare(base: Compiled, goal: Compiled, options?: DiffRequest): Difference;
  plan(tenant: TenantContext, goal: Goal, options?: PlanRequest): Promise<Plan>;
  /**
   * Running a plan again that has run and still stands changes nothing, and reports the run that did it as `repeated`; so does running it where other runs came after
   * that one, as long as the database is as the last of them left it.
   */
  apply(tenant: TenantContext, plan: Plan, options?: ApplyRequest): Promise<RunReport>;
  /**
   * What is left of a plan whose run was stopped, or one that went on with it: a plan of its own from what that left to the same state, and the run. Undefined where no
   * such run was, where another came after it, or where part of that state is known by its hash alone; throws BASE_MISMATCH where anything is otherwise than the run left it.
   * `unreviewed` is what harm it can do that the given plan cannot: show it to somebody, or do not run it.
   */
  planRest(
    tenant: TenantContext,
    plan: Plan,
    options?: ApplyRequest,
  ): Promise<
    | {
        readonly plan: Plan;
        readonly stopped: RunRecord;
        readonly unreviewed: readonly PlanHazard[];
        readonly unmanaged: readonly Unmanaged[];
      }
    | undefined
  >;
  /**
   * Whether a plan, or the way back of a run, can begin on the database as it is: throws as `apply` and `down` would before their first statement, and gives the run
   * that did it before where there is nothing left to do. Where the database is not there it is looked at as an empty one, and nothing is made.
   */
  check(
    tenant: TenantContext,
    plan: Plan | string,
    direction: 'up' | 'down',
    options?: CheckRequest,
  ): Promise<{ readonly before?: RunRecord; readonly later?: readonly RunRecord[]; readonly missing?: true }>;
  /**
   * Runs the way back of a plan, or of a run that the target's journal remembers; of a run that was stopped, a plan that is made from where it stopped, and so where `online` says
   * how tables are changed.
   */
  down(
    tenant: TenantContext,
    plan: Plan | string,
    options?: ApplyRequest & Pick<PlanRequest, 'online'>,
  ): Promise<RunReport>;
  /**
   * Plan and apply in one. The lock is taken when the plan is run; where the database has moved meanwhile, another plan is made, and `confirm` is asked again unless it
   * is the one that was agreed to. A database that is not there is made when the plan is run, and not before.
   */
  sync(
    tenant: TenantContext,
    goal: Goal,
    options?: PlanRequest &
      ApplyRequest & {
        readonly dryRun?: boolean;
        readonly confirm?: (plan: Plan, difference: Difference, occasion: Occasion) => Promise<void>;
      },
  ): Promise<SyncResult>;
  validate(tenant: TenantContext, goal: Goal, options?: DiffRequest & Pick<PlanRequest, 'online'>): Promise<Validation>;
  /**
   * The same, unless what the database holds is known already by the fingerprint that it tells by itself: then that is the answer, and nothing is read.
   */
  validateUnless<Known>(
    tenant: TenantContext,
    goal: Goal,
    known: (fingerprint: string) => Known | undefined,
    options?: DiffRequest & Pick<PlanRequest, 'online'>,
  ): Promise<{ readonly known: Known } | Validated>;
  /** Reads only: opens no writable connection and takes no lock. */
  audit(
    tenant: TenantContext,
    options?: OperationOptions,
  ): Promise<{ readonly inspection: Inspection; readonly history: readonly HistoryEntry[] }>;
  /** What changed since a run of this tenant last came to its end, whoever changed it; NOT_FOUND where none did. Reads only. */
  drift(tenant: TenantContext, options?: OperationOptions): Promise<DriftFound>;
  /** Notes what is there as a run that changed nothing: the base that later drift is told from. */
  baseline(tenant: TenantContext, options?: BaselineRequest): Promise<RunReport>;
  /** Takes over a database from other migration tools: tells how far these brought it, and notes what is there as the base. Their tables are left alone. */
  adopt(
    tenant: TenantContext,
    options?: BaselineRequest,
  ): Promise<{ readonly books: readonly ToolBook[]; readonly report: RunReport }>;
  /** How the migrations of a folder stand in a database, by what their own tool keeps there. */
  migrations(tenant: TenantContext, folder: Migrations, options?: OperationOptions): Promise<Standing>;
  /** Runs migrations of a folder, and notes each where and as their own tool does. */
  migrate(tenant: TenantContext, folder: Migrations, request: MigrateRequest): Promise<MigrateResult>;
  /** The runs of all tenants that share the journal with this one, the newest first. */
  history(tenant: TenantContext, options?: OperationOptions): Promise<readonly HistoryEntry[]>;
  /** Follows the trail that this tenant's journal keeps of its runs, and tells what of it or of them was changed. Reads only. */
  verifyJournal(
    tenant: TenantContext,
    options?: OperationOptions & { readonly heads?: readonly string[] },
  ): Promise<JournalFollowed>;
  /**
   * Takes the plans of old runs of this tenant out of the journal, and gives these runs; they stay in the history. The newest run that stands and what came after it
   * keep their plans. `confirm` is asked before anything goes, and stops it by throwing.
   */
  prune(
    tenant: TenantContext,
    choice: PruneChoice,
    options?: OperationOptions & { readonly confirm?: (runs: readonly HistoryEntry[]) => Promise<void> },
  ): Promise<readonly HistoryEntry[]>;
  /**
   * The plan whose way down takes a run back, from the target's journal; of a run that was stopped, or that went on with what stopped runs had left, or where `online` says how
   * tables are changed, a new one, from what is there to the state before those. The beginning of the run's name is enough.
   */
  planOf(tenant: TenantContext, run: string, options?: ApplyRequest & Pick<PlanRequest, 'online'>): Promise<Plan>;
  /** The statements that create a state in an empty database. */
  creation(state: Compiled): readonly { readonly summary: string; readonly statements: readonly string[] }[];
}
