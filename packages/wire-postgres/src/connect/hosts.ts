import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { invalid, type Parameters } from './parameters.js';

/** One place where a server may be. */
export interface Host {
  /** A name, an address, or the folder of a Unix socket. */
  readonly name: string;
  /** The address of that name, where somebody says it; the name is still what a certificate is checked against. */
  readonly address?: string;
  readonly port: number;
}

/** The port of PostgreSQL's servers where nobody says. */
export const usualPort = 5432;
/** Where servers of Linux and of macOS put their sockets unless they are told otherwise. */
export const usualSocketFolders = ['/var/run/postgresql', '/tmp'] as const;

/** The places that parameters name, in their order; one port stands for all of them. */
export function hostsOf({ host, hostaddr, port }: Parameters, usual = usualPort): readonly [Host, ...Host[]] {
  const ports = listOf(port).map((each) => portNumber(each, usual));
  const [names, addresses] = [listOf(host), listOf(hostaddr)];
  const count = Math.max(names.length, addresses.length, 1);
  requireAsMany(names.length, count, 'host', 'hostaddr');
  requireAsMany(addresses.length, count, 'hostaddr', 'host');
  if (ports.length > 1) requireAsMany(ports.length, count, 'port', 'host');
  const hostAt = (index: number): Host => {
    const number = (ports.length === 1 ? ports[0] : ports[index]) ?? usual;
    const address = addresses[index];
    const name = names[index] || address || usualHost(number);
    return { name, ...(address && { address }), port: number };
  };
  return [hostAt(0), ...Array.from({ length: count - 1 }, (_, index) => hostAt(index + 1))];
}

/** Whether a place is the folder of a socket. */
export function isSocket({ name, address }: Host): boolean {
  return address === undefined && name.startsWith('/');
}

/** Whoever names no host means the server of this machine: its socket, where there is one. */
function usualHost(port: number): string {
  return usualSocketFolders.find((folder) => existsSync(join(folder, `.s.PGSQL.${port}`))) ?? 'localhost';
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : text.split(',').map((part) => part.trim());
}

function portNumber(port: string, usual: number): number {
  const number = port === '' ? usual : Number(port);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw invalid('a port must be a number from 1 to 65535', 'For example: postgres://app@db.example.com:5432/shop.');
}

function requireAsMany(found: number, wanted: number, name: string, other: string): void {
  if (found === 0 || found === wanted) return;
  throw invalid(
    `there are ${found} values of ${name} and ${wanted} of ${other}`,
    `Give each ${other} its ${name}, in the same order.`,
  );
}
