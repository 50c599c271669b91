import type { Statement } from '@sync/core';
import { type ServerRow, serversQuery } from '../../read/parts/foreign.js';
import { printServer, serverSpec } from '../server-kind.js';
import { leftAloneFor } from './options.js';

/** Asks for the foreign servers of a database, for another one that is to have them. */
export const foreignServers: Statement = { text: serversQuery, params: ['{}', null] };

/** What makes a server that another database has; undefined for one that may hold what somebody logs in with. */
export function bringServer(row: ServerRow): string | undefined {
  if (leftAloneFor([row.options]) !== undefined) return undefined;
  return printServer({ name: row.name, spec: serverSpec(row) });
}
