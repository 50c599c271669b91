import { resolve } from 'node:path';
import { interpolate } from '../config/interpolate.js';
import { type LoadedConfig, loadConfig } from '../config/load-config.js';
import { placeIn } from '../config/place.js';
import { type Located, type Settings, settingsOf } from '../config/settings.js';
import { checkTarget, type ResolvedTarget, resolveTarget, type TargetContext } from '../config/target.js';
import type { Connection } from '../contract/connection.js';
import type { ConnectionInput } from '../contract/connection-input.js';
import type { Driver } from '../contract/driver.js';
import type { SourceReader } from '../contract/source-reader.js';
import { createEngine } from '../engine.js';
import { openScratch } from '../engine-requests.js';
import type { CompileOptions, Engine, OperationOptions } from '../engine-types.js';
import { errorAt, errorWithHint, isSyncError, type SyncError } from '../errors.js';
import type { Member } from '../fleet/member.js';
import { managedSchemas, type SchemaChoice } from '../inspect/schemas.js';
import { sourceReaders } from '../load/source-readers.js';
import { nearNames } from '../nearest.js';
import type { AuditSink } from '../run/journal-format.js';
import type { RunEvent } from '../run/report.js';
import type { SnapshotStore } from '../snapshot/store.js';
import type { Compiled, Source, SourceWarning } from '../source/compiled.js';
import { warningsOf } from '../source/flaws.js';
import { type TenantContext, tenantContext } from '../tenant/context.js';
import { usage } from './arguments.js';
import { chooseDriver } from './choose-driver.js';
import type { Invocation } from './command.js';
import { driverOptions } from './driver-options.js';
import { type FleetNeeds, type FoundMember, tenantIdOf, withFleet } from './fleet/with-fleet.js';
import { showProgress } from './progress.js';
import { findScratch, findTarget, openReference } from './references.js';
import { Selection } from './selection.js';
import { snapshotStore, storeBeside } from './snapshot-store.js';
import { auditFile } from './trail/audit-file.js';
import { ciOf } from './trail/ci.js';

/** What a command works with: the config laid under the command line, the driver that was chosen, and an engine made of them. */
export interface Workbench {
  readonly settings: Settings;
  readonly driver: Driver;
  readonly engine: Engine;
  readonly snapshots: SnapshotStore;
  /** The audit trail that the config names. */
  readonly audit?: AuditSink;
  readonly reading: Required<Omit<OperationOptions, 'schemas' | 'lockWaitMs'>> &
    Pick<OperationOptions, 'schemas' | 'lockWaitMs'>;
  /** Whether seed rows are wanted: `--with seeds`. */
  readonly seeds: boolean;
  /** The database to work on, as a tenant; missing it is a usage error. */
  tenant(): TenantContext;
  /** The database to work on, for people, without secrets; by its reference where it came by one. */
  label(): string;
  /** The database to work on, as a source. */
  targetSource(): OpenedSource;
  /** Tells what of --exclude and --schema met nothing. Planning does so by itself: call it where something was only read. */
  noteSelection(): void;
  /** What a program is told of these states, and what was told of --exclude and --schema. */
  warnings(...states: readonly Pick<Compiled, 'warnings' | 'flaws'>[]): readonly SourceWarning[];
  /** How sources are compiled; `source` says what its relative paths are relative to. */
  compiling(source: OpenedSource): CompileOptions;
  /** Compiles a source; `other` is what it is compared with, beside which scratch databases are made where it is a database and no other is worked on. */
  compile(source: OpenedSource, other?: OpenedSource): Promise<Compiled>;
  /** Opens an empty scratch database: where `--scratch` says, or beside the database to work on, or beside a source that is one. */
  scratch(source: OpenedSource | undefined): Promise<Connection>;
}

/** A source with its references resolved. */
export interface OpenedSource extends Located {
  /** How to connect, where the source is a live database. */
  readonly input?: ConnectionInput;
  /** What it is known by where it came by reference. */
  readonly reference?: string;
  /** The source itself, where it is no text that a user wrote but what came from another engine. */
  readonly opened?: Source;
}

/** The flags that a workbench looks at; a command that does not take one of them leaves it out. */
interface WorkbenchFlags {
  readonly config?: string | undefined;
  readonly profile?: string | undefined;
  readonly engine?: string | undefined;
  readonly url?: string | undefined;
  readonly schema?: readonly string[];
  readonly exclude?: readonly string[];
  readonly with?: readonly string[];
  readonly scratch?: string | undefined;
  readonly lenient?: boolean;
  readonly 'lock-wait'?: string | undefined;
  readonly tenant?: string | readonly string[] | undefined;
}

/** What a command needs of its workbench. */
export interface WorkbenchNeeds {
  /** Sources that the command line names. */
  readonly sources?: readonly string[];
  /** Whether the desired state of the config is the last of the sources. */
  readonly goal?: boolean;
  /** Whether the command works on a database: its URL is only resolved if so. `optional`: it does without where none is named. */
  readonly target?: boolean | 'optional';
  /** What is worked on in the place of one database. */
  readonly fleet?: FleetNeeds;
  /** The tenant of a fleet that is the database to work on. */
  readonly member?: FoundMember;
}

/** A desired state from the command line, or else the config's. */
export function wantedGoal(given: string | undefined): WorkbenchNeeds {
  return given === undefined ? { goal: true } : { sources: [given] };
}

/** Reads the config, resolves what the call needs, chooses the driver, and puts an engine together. */
export async function openWorkbench(
  invocation: Invocation,
  needs: WorkbenchNeeds,
): Promise<{ readonly bench: Workbench; readonly sources: readonly OpenedSource[] }> {
  const flags = invocation.flags as WorkbenchFlags;
  const { world, redactor, signal } = invocation;
  const loaded = await loadConfig(world.directory, flags.config);
  const { member } = needs;
  const settings = withFleet(settingsOf(loaded, flags.profile, world.environment), needs.fleet, member);
  const context: TargetContext = { environment: world.environment, redactor, platform: world.platform, signal };
  const target =
    member?.target ??
    (needs.target ? await findTarget(flags.url, settings, loaded, world.directory, context) : undefined);
  const named = (needs.sources ?? []).map((text) => ({ text, directory: world.directory }));
  const wanted = [...named, ...(needs.fleet?.goals ?? []), ...(needs.goal ? [goalOf(settings)] : [])];
  if (needs.target === true && !target) throw noDatabase(loaded);
  const sources = await Promise.all(wanted.map((source) => openReference(source, loaded, context)));
  const kept = storeBeside(loaded, invocation);
  const scratch = await findScratch(flags.scratch, settings, loaded, world.directory, context);
  const spare = target ? undefined : spareTarget(settings, context);
  const readers = sourceReaders(driverOptions(loaded, world));
  const driver = await chooseDriver(
    {
      sources,
      readers,
      signal,
      ...(scratch && { scratch: { text: scratch.input.url, directory: world.directory, at: scratch.target.url.at } }),
      ...(spare && { spare: async () => (await spare()).input }),
      ...(kept && { snapshots: kept }),
      ...(flags.engine !== undefined && { engine: flags.engine }),
      ...(target && { url: locatedUrl(target, flags) }),
      ...(settings.engine && { configured: settings.engine }),
      ...(settings.target && !target && { beside: settings.target.url }),
    },
    driverOptions(loaded, world),
  );
  checkParts(partsOf({ settings, flags }), driver);
  managedSchemas(schemaChoice(flags), driver);
  const live = sources.flatMap(({ resolved }) => (resolved && isLive(resolved.input.url, driver) ? [resolved] : []));
  for (const resolved of [target, scratch, ...live]) if (resolved) checkTarget(driver, resolved, redactor);
  return {
    bench: assemble(invocation, {
      flags,
      loaded,
      settings,
      driver,
      readers,
      ...(target && { target }),
      ...(member && { member: member.member }),
      ...(scratch && { scratch: scratch.input }),
      ...(spare && {
        spare: async () => {
          const resolved = await spare();
          checkTarget(driver, resolved, redactor);
          return resolved.input;
        },
      }),
    }),
    sources: sources.map(({ text, directory, at, resolved }) => ({
      text,
      directory,
      ...(at !== undefined && { at }),
      ...(resolved && { input: resolved.input }),
      ...(resolved?.reference !== undefined && { reference: resolved.reference }),
    })),
  };
}

/** The database that the config names, for calls that may do without it: its secrets are asked for once, and only if something needs them. */
function spareTarget({ target }: Settings, context: TargetContext): (() => Promise<ResolvedTarget>) | undefined {
  if (!target) return undefined;
  let resolved: Promise<ResolvedTarget> | undefined;
  return () => {
    resolved ??= resolveTarget(target, context);
    return resolved;
  };
}

/** Who has a fleet and names no tenant most likely means all of them, or one. */
function noDatabase({ config: { fleets = {} } }: LoadedConfig): SyncError {
  const named = 'Pass --url URL, or --profile NAME with a config that has it.';
  const names = Object.keys(fleets);
  const all = names.length > 1 ? `--fleet NAME (${names.join(', ')}) with --all-tenants` : '--all-tenants';
  return usage(
    'no database was named',
    names.length === 0
      ? named
      : `Tenants of a fleet are meant by ${all}, or one by --tenant ID. For another database: --url URL, or --profile NAME.`,
  );
}

/** A reference may also stand for a path. */
function isLive(url: string, { protocols }: Driver): boolean {
  return protocols.includes(url.slice(0, url.indexOf(':')).toLowerCase());
}

/** Only what the config says has a place worth telling; a flag was typed just now. */
function locatedUrl({ input, target }: ResolvedTarget, { url }: WorkbenchFlags): Located {
  return { text: input.url, directory: input.directory, ...(url === undefined && { at: target.url.at }) };
}

interface Parts {
  readonly flags: WorkbenchFlags;
  readonly loaded: LoadedConfig;
  readonly settings: Settings;
  readonly driver: Driver;
  readonly readers: readonly SourceReader[];
  readonly target?: ResolvedTarget;
  /** The tenant of a fleet that the target is. */
  readonly member?: Member;
  readonly scratch?: ConnectionInput;
  /** The database of the config, where this call does not work on it: resolved only if something turns out to need it. */
  readonly spare?: () => Promise<ConnectionInput>;
}

function assemble(invocation: Invocation, parts: Parts): Workbench {
  const { redactor } = invocation;
  const { flags, loaded, settings, driver } = parts;
  const target = parts.target?.input;
  const known = parts.target?.reference;
  const snapshots = snapshotStore(loaded, invocation, driver, target ? async () => target : parts.spare);
  const audit = trailOf(invocation, loaded);
  const engine = openEngine(invocation, parts, { snapshots, ...(audit && { audit }) });
  const selection = new Selection(flags, driver, invocation.terminal);
  const reading = readingOf(invocation, parts, selection);
  const tenant = () => {
    if (!target) throw noDatabase(loaded);
    return parts.member?.tenant ?? tenantContext({ id: tenantIdOf(flags.tenant), target });
  };
  const compiling = ({ directory, input }: OpenedSource): CompileOptions => ({
    ...reading,
    directory,
    lenient: flags.lenient || settings.lenient,
    ...(target && { near: tenant() }),
    ...(input && { connection: () => input }),
  });
  return {
    settings,
    driver,
    engine,
    snapshots,
    ...(audit && { audit }),
    reading,
    seeds: partsOf(parts).includes('seeds'),
    tenant,
    noteSelection: () => selection.tell(),
    warnings: (...states) => [...states.flatMap(warningsOf), ...selection.warnings],
    label: () => known ?? redactor.redact(driver.label(driver.options(tenant().target))),
    targetSource: () => {
      const input = tenant().target;
      return { text: input.url, directory: input.directory, input, ...(known !== undefined && { reference: known }) };
    },
    compiling,
    compile: async (source, other) => {
      const isBuilt = !target && !inputOf(source, driver);
      const input = isBuilt ? inputOf(other, driver) : undefined;
      const near = input && { near: tenantContext({ id: tenantIdOf(flags.tenant), target: input }) };
      const options = { ...compiling(source), ...near };
      const state = await compileAt(source, driver, () => engine.compile(source.opened ?? source.text, options));
      return source.reference === undefined ? state : { ...state, origin: source.reference };
    },
    scratch: (source) =>
      openScratch(driver, parts.scratch ?? target ?? inputOf(source, driver), invocation.signal, parts.spare),
  };
}

/** How to connect to a source that is a database itself, by reference or as it was typed. */
function inputOf(source: OpenedSource | undefined, driver: Driver): ConnectionInput | undefined {
  if (source?.input) return source.input;
  return source && isLive(source.text, driver) ? { url: source.text, directory: source.directory } : undefined;
}

function openEngine(
  { world }: Invocation,
  { driver, readers, scratch, spare }: Parts,
  kept: Pick<Workbench, 'snapshots' | 'audit'>,
): Engine {
  const ci = ciOf(world.environment);
  return createEngine({
    ...{ driver, readers, ...kept },
    ...(ci && { ci }),
    clock: world.now,
    ...(scratch && { scratch }),
    ...(spare && { beside: spare }),
  });
}

function trailOf({ world, redactor }: Invocation, { config, directory, file }: LoadedConfig): AuditSink | undefined {
  const named = config.audit?.file;
  if (named === undefined) return undefined;
  const path = resolve(directory, interpolate(named, placeIn(file, 'audit.file'), world.environment));
  return auditFile(path, redactor, ciOf(world.environment));
}

function readingOf(invocation: Invocation, parts: Parts, selection: Selection): Workbench['reading'] {
  const { flags, settings } = parts;
  const schemas = schemaChoice(flags);
  const lockWaitMs = waitOf(flags['lock-wait'], settings);
  return {
    ...(lockWaitMs !== undefined && { lockWaitMs }),
    exclude: [...settings.exclude, ...(flags.exclude ?? [])],
    onExcluded: selection.onExcluded,
    onSchema: selection.onSchema,
    with: partsOf(parts).filter((part) => part !== 'seeds'),
    ...(schemas && { schemas }),
    signal: invocation.signal,
    onEvent: watch(invocation, selection),
  };
}

/** The opt-in parts that are wanted, seed rows among them. */
function partsOf({ settings, flags }: Pick<Parts, 'settings' | 'flags'>): readonly string[] {
  return [...settings.with, ...(flags.with ?? [])];
}

/** Shows and measures what the engine is at. A program that reads JSON is shown nothing. */
function watch({ terminal, stopwatch, flags }: Invocation, selection: Selection): (event: RunEvent) => void {
  const { format } = flags as { readonly format?: string | undefined };
  const progress = showProgress(format === 'json' ? { ...terminal, quiet: true } : terminal);
  return (event) => {
    stopwatch.onEvent(event);
    progress(event);
    // Both sides are read when planning begins; the patterns are told before anything is asked or refused.
    if (event.type === 'phase' && event.phase === 'plan') selection.tell();
  };
}

/** `--lock-wait` in seconds, or what the config says; else the URL has the word, or the driver. */
function waitOf(given: string | undefined, settings: Settings): number | undefined {
  if (given === undefined) return settings.lockWaitMs;
  const seconds = Number(given);
  if (given.trim() === '' || !Number.isFinite(seconds) || seconds < 0)
    throw usage(
      `--lock-wait ${given} is not a number of seconds`,
      'Write for instance --lock-wait 30; 0 does not wait.',
    );
  return Math.round(seconds * 1000);
}

/** A path that the config gives and that leads nowhere is mended there; one that no source has may be a database without its scheme. */
async function compileAt(
  { at, text }: OpenedSource,
  { protocols: [protocol] }: Driver,
  compile: () => Promise<Compiled>,
): Promise<Compiled> {
  try {
    return await compile();
  } catch (error) {
    if (!isSyncError(error) || (error.code !== 'SOURCE_NOT_FOUND' && error.code !== 'SOURCE_INVALID')) throw error;
    // Languages of queries end in `ql`.
    const mayBeDatabase = /^[^:]*\.(?!\w*ql$|ya?ml$|json$)[^./\\]+$/i.test(text);
    const hinted = mayBeDatabase
      ? errorWithHint(error, `If ${text} is a database, write it as a URL: ${protocol}:${text}.`)
      : error;
    throw at !== undefined && error.code === 'SOURCE_NOT_FOUND' ? errorAt(hinted, at) : hinted;
  }
}

function goalOf(settings: Settings): Located {
  if (settings.to) return settings.to;
  throw usage('no desired state was named', 'Pass --to SOURCE, or set "to" in the config.');
}

/** What no kind looks for would be left out without a word. */
function checkParts(parts: readonly string[], driver: Driver): void {
  if (!driver.parts) return;
  const known = [...driver.parts, ...(driver.seed ? ['seeds'] : [])];
  for (const part of parts) {
    if (known.includes(part)) continue;
    const near = nearNames(part, known);
    throw usage(
      `${driver.name} has no part ${JSON.stringify(part)}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
      known.length > 0 ? `--with takes: ${known.join(', ')}.` : 'Leave out --with.',
    );
  }
}

/** `*` stands for all schemas inside the database. */
function schemaChoice({ schema = [] }: WorkbenchFlags): SchemaChoice {
  if (schema.includes('*')) return 'all';
  return schema.length > 0 ? schema : undefined;
}
