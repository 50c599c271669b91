import type { Connection, Server } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import { request } from './engine-requests.js';
import { OtherServers } from './engine-servers.js';
import type { CompileOptions, EngineOptions } from './engine-types.js';
import { managedSchemas } from './inspect/schemas.js';
import { creationStatements } from './plan/creation-statements.js';
import { orderSeeds } from './plan/seed-order.js';
import type { Compiled, Source } from './source/compiled.js';
import { withSeenFlaws } from './source/flaws.js';
import { openSource } from './source/open.js';
import type { TenantContext } from './tenant/context.js';

/** What compiling a desired state takes. */
export interface CompileContext extends Pick<EngineOptions, 'readers' | 'snapshots'> {
  readonly driver: Driver;
  /** Where scratch databases are made, if that was said outright: its server may be another one than the target's. */
  readonly apart: EngineOptions['scratch'];
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
  serverOf(tenant: TenantContext): Promise<Server>;
}

/** Builds a desired state, wherever it comes from, and tells what it was built on where that is not the target's server. */
export async function compileSource(
  source: string | Source,
  options: CompileOptions,
  { driver, apart, scratch, serverOf, readers, snapshots }: CompileContext,
): Promise<Compiled> {
  const directory = options.directory ?? process.cwd();
  const { near, signal } = options;
  const others = new OtherServers(driver, near && (() => serverOf(near)));
  const known = { directory, protocols: driver.protocols, ...(readers && { readers }), ...(signal && { signal }) };
  const opened = typeof source === 'string' ? openSource(source, known) : source;
  const compiled = await opened.compile({
    directory,
    driver,
    scratch: async () => (apart ? others.fitting(await scratch()) : scratch()),
    connect: async (url) => {
      const input = options.connection?.(url) ?? { url, directory };
      const live = await driver.connect(driver.options(input), request({ access: 'read', recover: true }, options));
      if (input.url !== near?.target.url) await others.note(live);
      return live;
    },
    creation: (objects, server) => creationStatements(objects, driver, server),
    inspect: { ...options, schemas: managedSchemas(options.schemas, driver), desired: true },
    ...(near && driver.within?.(driver.options(near.target))),
    ...(options.lenient !== undefined && { lenient: options.lenient }),
    ...(snapshots && { snapshots }),
    ...(signal && { signal }),
  });
  const seen = withSeenFlaws(compiled, driver, options);
  const warnings = [...seen.warnings, ...others.warnings(compiled.origin)];
  return { ...seen, warnings, seeds: orderSeeds(compiled.seeds, compiled.catalogue, driver) };
}
