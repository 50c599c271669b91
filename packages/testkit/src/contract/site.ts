import {
  type Catalogue,
  type Compiled,
  type Connection,
  type ConnectionInput,
  createEngine,
  type Driver,
  type Engine,
  type Inspection,
  type InspectOptions,
  inspect,
  type TenantContext,
  tenantContext,
} from '@sync/core';
import { type ContractOptions, inputOf } from './options.js';

/** A fresh database for one test, with what is usually done to one. */
export interface Site extends AsyncDisposable {
  readonly driver: Driver;
  readonly input: ConnectionInput;
  readonly tenant: TenantContext;
  readonly engine: Engine;
  connect(access?: 'read' | 'write', signal?: AbortSignal): Promise<Connection>;
  /** Executes statements one by one. */
  run(statements: readonly string[]): Promise<void>;
  query(statement: string): Promise<readonly unknown[]>;
  inspect(options?: InspectOptions): Promise<Inspection>;
}

/** Makes a database and, in it, a schema. */
export async function openSite(options: ContractOptions, statements: readonly string[] = []): Promise<Site> {
  const { driver } = options;
  const target = await options.target();
  const input = inputOf(target);
  const connect = (access: 'read' | 'write' = 'write', signal?: AbortSignal) =>
    driver.connect(driver.options(input), { access, ...(signal && { signal }) });
  const site: Site = {
    driver,
    input,
    tenant: tenantContext({ id: 'contract', target: input }),
    engine: createEngine({ driver }),
    connect,
    async run(texts) {
      await using connection = await connect();
      for (const text of texts) await connection.execute({ text });
    },
    async query(text) {
      await using connection = await connect();
      return await connection.query({ text });
    },
    async inspect(how) {
      await using connection = await connect();
      return await inspect(connection, driver, how);
    },
    [Symbol.asyncDispose]: async () => target[Symbol.asyncDispose]?.(),
  };
  await site.run(statements);
  return site;
}

/** A desired state as the engine itself makes it: built in a database of its own and read back. */
export async function goalFrom(options: ContractOptions, statements: readonly string[]): Promise<Compiled> {
  await using site = await openSite(options, statements);
  const { catalogue, server } = await site.inspect({ desired: true });
  return goalOf(catalogue, server);
}

/** A desired state that consists of these objects. */
export function goalOf(catalogue: Catalogue, server?: Compiled['server']): Compiled {
  const nothing = { renames: [], seeds: [], unmanaged: [], warnings: [] };
  return { origin: 'the suite', catalogue, ...nothing, ...(server && { server }), normalisedBy: 'server' };
}

/** Whether plans can be tried before they are run; without scratch databases they have to be planned unproven. */
export function canProve({ driver }: Pick<ContractOptions, 'driver'>): boolean {
  return driver.scratch !== undefined;
}
