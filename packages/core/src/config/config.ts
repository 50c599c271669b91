import type { HazardClass } from '../contract/step.js';
import type { OnlineChoice } from '../plan/online.js';

/** A JSON value as a config file holds it. */
export type Setting = null | boolean | number | string | readonly Setting[] | { readonly [name: string]: Setting };

/** Gives a password that does not hold for long, such as a token that is signed. */
export type PasswordSource = () => string | Promise<string>;

/** A database, as a config names it. Strings may hold `${NAME}`; `url`, `password` and settings may be references to secrets. */
export interface TargetConfig {
  readonly engine?: string;
  readonly url?: string;
  /** Handed to the driver as `settings.password`: a text or a reference; from a module also a function, which is asked for every connection. */
  readonly password?: string | PasswordSource;
  /** Settings of the driver beside the URL. */
  readonly settings?: Readonly<Record<string, Setting>>;
}

/** What an operation does where the command line says nothing else. */
export interface DefaultsConfig {
  /** How long to wait for a target's lock, in milliseconds. */
  readonly lockWaitMs?: number;
  /** Whether plans are tried in scratch before they are shown. */
  readonly prove?: boolean;
  /** Which tables are changed in steps that keep nobody waiting for long. Default: those from 100,000 rows on, by the server's estimate. */
  readonly online?: OnlineChoice;
  /** Globs of names that are not managed: what has one is carried through as it is. */
  readonly exclude?: readonly string[];
  /** Opt-in parts to manage: `grants`, `owners`. */
  readonly with?: readonly string[];
  /** Hazard classes that need no `--allow`. */
  readonly allow?: readonly HazardClass[];
  /** Unknown fields of documents become warnings. */
  readonly lenient?: boolean;
  /** A database in whose place scratch databases are made. */
  readonly scratch?: string;
}

/** A named way to use schema-sync: a database, its desired state, and how careful to be. */
export interface ProfileConfig extends TargetConfig, DefaultsConfig {
  /** One of `targets`, in place of a URL. */
  readonly target?: string;
  /** The desired state. */
  readonly to?: string;
  /** What a write asks on a terminal: yes or no, or the profile's name typed out. Default `ask`. */
  readonly confirm?: 'ask' | 'name';
}

/** One tenant, as a list of a fleet names it. */
export interface TenantEntry extends TargetConfig {
  readonly id: string;
  /** What it is called where it lies. Default: what the fleet's pattern makes of the id, or the id. */
  readonly name?: string;
  readonly group?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** Gives the tenants of a fleet, each by its id or with more about it. */
export type TenantSource = () =>
  | Iterable<string | TenantEntry>
  | AsyncIterable<string | TenantEntry>
  | Promise<Iterable<string | TenantEntry>>;

/** A question to a database that knows the tenants: each row is one, with `id`, and what else a {@link TenantEntry} has; other columns are labels. */
export interface TenantQuery extends TargetConfig {
  readonly query: string;
}

/** Tenants that have something in common beyond the fleet: the first group of a fleet that a tenant belongs to is its group. */
export interface GroupConfig {
  /** Globs of ids, beside the tenants that name the group themselves. */
  readonly tenants?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  /** Its own desired state. */
  readonly to?: string;
  /** Beside what the fleet excludes. */
  readonly exclude?: readonly string[];
}

/** Databases that are to have the same schema. */
export interface FleetConfig extends TargetConfig {
  /** A pattern of the names of the tenants' databases; so are the others. `{tenant}` in it stands for the id, else the name is the id. */
  readonly database?: string;
  readonly schema?: string;
  readonly keyspace?: string;
  readonly file?: string;
  /** Which tenants there are: a list, `file:PATH` of one, a query, or from a module a function. Default: all that the pattern meets. */
  readonly tenants?: string | readonly (string | TenantEntry)[] | TenantQuery | TenantSource;
  /** Globs of ids that are no tenants of this fleet. */
  readonly except?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly groups?: Readonly<Record<string, GroupConfig>>;
  /** The desired state. Default: that of the config. */
  readonly to?: string;
  /** Beside what the config excludes. */
  readonly exclude?: readonly string[];
  /** How many connections there may be to each server of the tenants at a time, five or more. Default: as many as the work takes. */
  readonly maxConnections?: number;
  /** How many tenants are begun in a second. Default: as many as `--parallel` lets. */
  readonly beginPerSecond?: number;
  /** How often a connection is tried again that was refused for what passes: all of them are taken, or the server is being started or replaced. Default 4. */
  readonly retries?: number;
}

/** What `schema-sync.config.*` says. Each member may be left out. */
export interface Config extends TargetConfig {
  /** The desired state. */
  readonly to?: string;
  readonly targets?: Readonly<Record<string, TargetConfig>>;
  readonly profiles?: Readonly<Record<string, ProfileConfig>>;
  readonly fleets?: Readonly<Record<string, FleetConfig>>;
  readonly defaults?: DefaultsConfig;
  readonly drivers?: {
    /** Packages beyond the `@sync/` scope and the project's own dependencies that may be loaded as drivers. */
    readonly allow?: readonly string[];
    /** The package or path of an engine's driver, where it is not `@sync/driver-<engine>`. */
    readonly use?: Readonly<Record<string, string>>;
  };
  readonly snapshots?: {
    /** `file:FOLDER`, `git`, `git:BRANCH`, `s3://BUCKET/PREFIX`, or `database` for a table in the target. Default `file:./.schema-sync/snapshots`. */
    readonly store?: string;
    /** Whose requests go to a bucket, by reference. Default: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. */
    readonly credentials?: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    };
  };
  /** The database in which runs of fleets are noted. Default: the file `.schema-sync/runs.db` beside the config, where a driver is installed whose databases are files. */
  readonly runs?: TargetConfig;
  readonly audit?: {
    /** A file of JSON lines that every run is appended to, beside the journal in the target. */
    readonly file?: string;
  };
}

/** Gives a config its type, and hands it back as it is. */
export function defineConfig(config: Config): Config {
  return config;
}
