import { loadConfig } from '../config/load-config.js';
import type { Invocation } from './command.js';
import { type OpenedSource, openWorkbench, type Workbench, type WorkbenchNeeds } from './workbench.js';

interface Named {
  readonly config?: string | undefined;
  readonly url?: string | undefined;
  readonly profile?: string | undefined;
  readonly tenant?: string | readonly string[] | undefined;
  readonly fleet?: string | undefined;
}

/** Opens a workbench for one database: the one that is named, or that of the tenant of a fleet which the call names. */
export async function openBench(
  invocation: Invocation,
  needs: WorkbenchNeeds,
): Promise<{ readonly bench: Workbench; readonly sources: readonly OpenedSource[] }> {
  const { config, url, profile, tenant, fleet } = invocation.flags as Named;
  const isNamed = tenant !== undefined && tenant.length > 0;
  if ((!isNamed && fleet === undefined) || url !== undefined || profile !== undefined)
    return openWorkbench(invocation, needs);
  const loaded = await loadConfig(invocation.world.directory, config);
  if (fleet === undefined && loaded.config.fleets === undefined) return openWorkbench(invocation, needs);
  const { findMember } = await import('./fleet/find-member.js');
  return openWorkbench(invocation, { ...needs, member: await findMember(invocation, loaded) });
}
