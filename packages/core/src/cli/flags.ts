import { hazardClasses } from '../plan/hazards.js';
import { planPhases } from '../plan/phase.js';

/** One flag of the command line: parsing, help and completion all read it from here. */
export type Flag = {
  readonly description: string;
  readonly short?: string;
} & (
  | { readonly type: 'switch' }
  | {
      /** `list` may be repeated; `set` takes names with commas between them, and may be repeated too. */
      readonly type: 'value' | 'list' | 'set';
      /** What help calls the value. */
      readonly value: string;
      /** The only values there are. */
      readonly choices?: readonly string[];
    }
);

/** The flags of a command, by name. */
export type Flags = Readonly<Record<string, Flag>>;

/** What was given for each flag of a table. */
export type FlagValues<F extends Flags> = {
  readonly [N in keyof F]: F[N] extends { readonly type: 'switch' }
    ? boolean
    : F[N] extends { readonly type: 'value' }
      ? string | undefined
      : readonly string[];
};

/** The flags that every command takes. */
export const globalFlags = {
  config: {
    type: 'value',
    value: 'FILE',
    description: 'the config file, in place of the nearest schema-sync.config.*',
  },
  profile: {
    type: 'value',
    value: 'NAME',
    description: 'a profile of the config: database, desired state and defaults',
  },
  engine: { type: 'value', value: 'NAME', description: 'the engine, where no URL tells it' },
  quiet: { type: 'switch', short: 'q', description: 'results only: no plans before a write, no progress, no notes' },
  verbose: { type: 'switch', short: 'v', description: 'say more; errors with their stack (-v alone: the version)' },
  'no-color': { type: 'switch', description: 'no colours (NO_COLOR and FORCE_COLOR are honoured too)' },
  help: { type: 'switch', short: 'h', description: 'this help' },
} as const satisfies Flags;

/** What is read, and what of it is managed. */
export const readingFlags = {
  schema: { type: 'set', value: 'NAME,…', description: "what is managed, on engines with schemas ('*' for all)" },
  exclude: { type: 'set', value: 'GLOB,…', description: 'names that are not managed, but carried through' },
  with: { type: 'set', value: 'PART,…', description: 'opt-in parts to manage: grants, owners, …' },
} as const satisfies Flags;

/** Whether a run is only shown. */
export const rehearsingFlags = {
  'dry-run': {
    type: 'switch',
    description: 'show what would happen, and fail where a run would be refused; nothing is written',
  },
} as const satisfies Flags;

/** How a desired state is compiled. */
export const compilingFlags = {
  scratch: { type: 'value', value: 'URL', description: 'a database in whose place scratch databases are made' },
  lenient: { type: 'switch', description: 'unknown fields of documents are warnings' },
} as const satisfies Flags;

/** The database to work on. */
export const targetFlags = {
  url: {
    type: 'value',
    value: 'URL',
    description: 'the database (or a reference: env:NAME, file:PATH, cmd:…, keychain:…)',
  },
} as const satisfies Flags;

/** The database to work on, and whose it is: journals and locks are by tenant. */
export const tenantFlags = {
  ...targetFlags,
  tenant: {
    type: 'value',
    value: 'ID',
    description:
      'a tenant of a fleet of the config; with a URL whose database it is, by the name in its journal (default: default)',
  },
  fleet: { type: 'value', value: 'NAME', description: 'the fleet, where the config has several' },
} as const satisfies Flags;

/** The database to work on, or tenants of a fleet. */
export const fleetFlags = {
  ...targetFlags,
  tenant: {
    type: 'list',
    value: 'GLOB',
    description:
      'tenants of a fleet of the config, by id; may be repeated. With a URL: whose database it is, by the name in its journal',
  },
  'all-tenants': { type: 'switch', description: 'all tenants of the fleet' },
  fleet: { type: 'value', value: 'NAME', description: 'the fleet, where the config has several' },
  group: { type: 'set', value: 'NAME,…', description: 'tenants of these groups' },
  label: {
    type: 'list',
    value: 'NAME=GLOB',
    description: 'tenants with this label; may be repeated, and all must be met',
  },
  except: { type: 'list', value: 'GLOB', description: 'no tenants with these ids; may be repeated' },
  'only-drifted': { type: 'switch', description: 'only tenants that are not as their last run left them' },
  sample: {
    type: 'value',
    value: 'SHARE',
    description: 'of the tenants that are meant a share: 5% (the same ones each time)',
  },
  parallel: { type: 'value', value: 'COUNT', description: 'how many tenants at a time (default 8)' },
} as const satisfies Flags;

/** How long one tenant of a run may take. */
export const tenantTimeoutFlags = {
  'tenant-timeout': {
    type: 'value',
    value: 'TIME',
    description: 'how long one tenant may take before it is stopped and fails: 30s, 5m (default: as long as it takes)',
  },
} as const satisfies Flags;

/** How a run of tenants of a fleet goes on from one to the other. */
export const rolloutFlags = {
  'abort-after': {
    type: 'value',
    value: 'LIMIT',
    description: 'of tenants of a fleet, how many may fail before no other is begun: 2%, or a number (default: all)',
  },
  waves: {
    type: 'value',
    value: 'SIZES',
    description: 'parts in which tenants of a fleet are dealt with, one of each state first: canary:1,5%,25%,rest',
  },
  order: {
    type: 'value',
    value: 'ORDER',
    description:
      'how tenants of a fleet follow each other: smallest-first, largest-first, label:NAME[:desc] (else one of each state in turn)',
  },
  bake: { type: 'value', value: 'TIME', description: 'how long to wait after each wave: 30s, 10m, 1h' },
  probe: {
    type: 'value',
    value: 'COMMAND',
    description: 'a command that is run after each wave, and the wait; unless it exits 0 no other wave begins',
  },
  'probe-sql': {
    type: 'value',
    value: 'QUERY',
    description:
      'a query asked of each tenant after its wave, and the wait; no other wave begins unless each first value is true',
  },
  ...tenantTimeoutFlags,
} as const satisfies Flags;

/** What a call says of renames. */
export const renameFlags = {
  rename: {
    type: 'list',
    value: 'OLD=NEW',
    description: 'a rename: old=new for an object, a.b=a.c for a column; may be repeated',
  },
  'not-renamed': {
    type: 'list',
    value: 'NAME',
    description: 'what is new in this database, whatever the desired state says of its old name; may be repeated',
  },
} as const satisfies Flags;

/** The desired state and what it takes to compare with it. */
export const goalFlags = {
  to: { type: 'value', value: 'SOURCE', description: 'the desired state' },
  ...renameFlags,
} as const satisfies Flags;

/** What a write needs. */
export const writingFlags = {
  allow: {
    type: 'set',
    value: 'CLASS,…',
    choices: [...hazardClasses, 'all'],
    description: `hazards that may happen: ${hazardClasses.join(', ')}, or all`,
  },
  yes: { type: 'switch', short: 'y', description: 'do not ask' },
  'lock-wait': {
    type: 'value',
    value: 'SECONDS',
    description: 'how long to wait for others that work on the database (default 10)',
  },
} as const satisfies Flags;

/** What running a plan that was made before needs. */
export const provingFlags = {
  'no-prove': { type: 'switch', description: 'run it also where it could not be tried in scratch' },
} as const satisfies Flags;

/** What a write that may make the database needs. */
export const creatingFlags = {
  create: { type: 'switch', description: 'make the database where it does not exist; on a terminal you are asked' },
} as const satisfies Flags;

/** How much a plan may keep applications waiting. */
export const onlineFlags = {
  online: {
    type: 'switch',
    description:
      'in more steps, so that others wait as little as can be, for tables of any size (default: from 100,000 rows on)',
  },
  'no-online': { type: 'switch', description: 'in the fewest steps, for tables of any size' },
} as const satisfies Flags;

/** Which part of a change is meant, where old and new clients live beside each other for a while. */
export const phaseFlags = {
  phase: {
    type: 'value',
    value: 'PHASE',
    choices: [...planPhases],
    description: 'one part of a change: expand puts the new shape beside the old one, contract takes the old one away',
  },
} as const satisfies Flags;

/** Whether rows are asked for before anything runs. */
export const dataFlags = {
  'check-data': {
    type: 'switch',
    description:
      'ask the database which rows stand in the way of the steps, before anything runs; exit 3 where some do, or where it cannot tell',
  },
} as const satisfies Flags;

/** The choice of output formats. */
export function formatFlag<const C extends readonly string[]>(...choices: C) {
  return {
    format: { type: 'value', value: 'FORMAT', choices, description: `${choices.join(', ')} (default ${choices[0]})` },
  } as const satisfies Flags;
}

/** What commands take that note a database as it is, in the place of a run. */
export const notingFlags = {
  ...tenantFlags,
  again: { type: 'switch', description: 'begin anew where a run has come to its end before' },
  'lock-wait': writingFlags['lock-wait'],
  ...formatFlag('text', 'json'),
  ...readingFlags,
} as const satisfies Flags;
