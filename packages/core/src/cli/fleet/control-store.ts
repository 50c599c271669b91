import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LoadedConfig, loadConfig } from '../../config/load-config.js';
import { checkTarget, resolveTarget, targetOf } from '../../config/target.js';
import type { Connection } from '../../contract/connection.js';
import type { ConnectionInput } from '../../contract/connection-input.js';
import type { ConnectRequest, Driver } from '../../contract/driver.js';
import { errorWithHint, isSyncError, SyncError } from '../../errors.js';
import { FleetRunJournal } from '../../fleet/run-journal.js';
import { driverForProtocol, driverNames } from '../../load/find-driver.js';
import { type LoadOptions, loadDriver, loadDriverPackage } from '../../load/load-driver.js';
import { makeFolder } from '../../snapshot/make-folder.js';
import type { Invocation } from '../command.js';
import { driverOptions } from '../driver-options.js';

/** Where runs of fleets are noted: open for as long as one goes on. */
export interface ControlStore extends AsyncDisposable {
  readonly connection: Connection;
  readonly journal: FleetRunJournal;
  /** For people, without a secret. */
  readonly label: string;
}

interface Place {
  readonly driver: Driver;
  readonly input: ConnectionInput;
  /** The file that is made where it is not there; absent for a database that somebody else made. */
  readonly file?: string;
  readonly reference?: string;
}

/** Where runs are noted if the config says nothing of it, beside that. */
const defaultFile = join('.schema-sync', 'runs.db');

/** Opens the control store to note a run in it; undefined where the config names none and no driver is installed whose databases are files. */
export async function openControlStore(invocation: Invocation, own: Driver): Promise<ControlStore | undefined> {
  const place = await placeOf(invocation, own);
  if (!place) return undefined;
  if (place.file !== undefined) await makeFolder(dirname(place.file)).catch(unwritable(place.file));
  return connect(invocation, place, { access: 'write', missing: place.file === undefined ? 'refuse' : 'make' });
}

/** Connects to the control store that the config names, so that one that cannot be reached is told before anything is read. A file beside the config is made once there is a run. */
export async function askControlStore(invocation: Invocation, own: Driver): Promise<void> {
  const place = await placeOf(invocation, own);
  if (!place || place.file !== undefined) return;
  await using _ = await connect(invocation, place, { access: 'write', missing: 'refuse' });
}

/** Opens the control store to look at what is noted there, or to ask something of a run; NOT_FOUND where there is none. */
export async function findControlStore(invocation: Invocation): Promise<ControlStore> {
  const place = await placeOf(invocation, undefined);
  if (!place) throw none('there is no control store', 'Name one in the config: runs: { url: … }.');
  const { file } = place;
  try {
    return await connect(invocation, place, { access: 'write', missing: 'refuse' });
  } catch (error) {
    if (file === undefined || existsSync(file)) throw error;
    throw none(
      `no run of a fleet is noted: there is no ${file}`,
      'schema-sync sync --all-tenants begins one; what an earlier one did stands, and is left alone.',
    );
  }
}

async function connect(
  { signal, redactor }: Invocation,
  { driver, input, reference }: Place,
  request: ConnectRequest,
): Promise<ControlStore> {
  const options = driver.options(input);
  const connection = await driver.connect(options, { ...request, signal }).catch(withoutDatabase);
  return {
    connection,
    journal: new FleetRunJournal(connection, driver.dialect),
    label: reference ?? redactor.redact(driver.label(options)),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

async function placeOf(invocation: Invocation, own: Driver | undefined): Promise<Place | undefined> {
  const { world, redactor, signal, flags } = invocation;
  const loaded = await loadConfig(world.directory, flags.config);
  const drivers = driverOptions(loaded, world);
  const { runs } = loaded.config;
  if (!runs) return besideConfig(loaded, drivers, own);
  const target = targetOf(loaded, [{ path: 'runs', values: runs }]);
  if (!target) return undefined;
  const { environment, platform } = world;
  const resolved = await resolveTarget(target, { environment, redactor, platform, signal });
  const { url } = resolved.input;
  const driver = runs.engine
    ? await loadDriver(runs.engine, drivers)
    : await driverForProtocol(url.slice(0, url.indexOf(':')).toLowerCase(), drivers);
  checkTarget(driver, resolved, redactor);
  return { driver, input: resolved.input, ...(resolved.reference !== undefined && { reference: resolved.reference }) };
}

/** A file beside the config, of the fleet's own driver or whichever is installed that has databases in files. */
async function besideConfig(
  { directory }: LoadedConfig,
  drivers: LoadOptions,
  own: Driver | undefined,
): Promise<Place | undefined> {
  const driver = own?.fileUrl ? own : await firstWithFiles(drivers);
  const file = join(directory, defaultFile);
  return driver?.fileUrl && { driver, file, input: { url: driver.fileUrl(file), directory } };
}

async function firstWithFiles(drivers: LoadOptions): Promise<Driver | undefined> {
  for (const name of driverNames(drivers)) {
    const driver = await loadDriverPackage(name, drivers).then(
      (loaded) => loaded.driver,
      () => undefined,
    );
    if (driver?.fileUrl) return driver;
  }
  return undefined;
}

/** What a driver says of a database to work on, that --create makes it, does not hold for the one in which runs are noted. */
function withoutDatabase(error: unknown): never {
  if (!isSyncError(error) || error.details?.reason !== 'database') throw error;
  throw errorWithHint(
    error,
    "Runs of fleets are noted there, as runs in the config says. Where there is no such database yet, make an empty one with the server's own client, which this account may write to: the first run makes its tables. No tenant was touched.",
  );
}

function unwritable(file: string) {
  return (cause: unknown): never => {
    throw new SyncError({
      code: 'IO',
      op: 'runs',
      message: `${file}, in which the run would be noted, cannot be made: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Name another control store in the config: runs: { url: … }. Nothing was touched.',
      cause,
    });
  };
}

function none(message: string, hint: string): SyncError {
  return new SyncError({ code: 'NOT_FOUND', op: 'runs', message, hint });
}
