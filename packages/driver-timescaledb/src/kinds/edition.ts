import type { Impossible, RenderContext } from '@sync/core';

/** The way round what the Apache edition lacks. */
export const editionHint =
  'The Apache edition of TimescaleDB has hypertables alone, without policies, columnstore, continuous aggregates and jobs. Install the Community edition there (packages and images of Timescale) and set timescaledb.license to timescale; or take it out of the desired state.';

/** Why a server of the Apache edition does not do this; undefined where the server may. */
export function lacking(what: string, { server }: Pick<RenderContext, 'server'>): Impossible | undefined {
  if (!server.features.has('apache-edition')) return undefined;
  return {
    impossible: `${what}, which the Apache edition of TimescaleDB does not have, and this server is one (timescaledb.license = apache)`,
    hint: editionHint,
  };
}
