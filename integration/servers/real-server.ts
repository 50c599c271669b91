import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Evidence {
  readonly present: boolean;
  readonly url?: string;
  readonly reason?: string;
  /** The process that keeps it running; none for a server of the environment. */
  readonly keeper?: number;
}

/** Where a real server is that tests may do anything to, or why there is none. */
export function realServer(name: string): { readonly url: string } | { readonly absent: string } {
  const url = process.env[`SYNC_TEST_${name.toUpperCase().replaceAll('-', '_')}_URL`];
  if (url) return { url };
  const file = join(import.meta.dirname, '../.engines.json');
  const all = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Evidence>>) : {};
  const found = all[name];
  if (found?.reason !== undefined) return { absent: found.reason };
  if (found?.url === undefined || !isAlive(found.keeper)) {
    return { absent: `${name} is not running: \`npm run servers\` in another terminal starts it` };
  }
  return { url: found.url };
}

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
