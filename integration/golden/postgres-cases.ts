import { join } from 'node:path';
import driver from '@sync/driver-postgres';
import { goldenCases } from '@sync/testkit';
import { describe } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { readRows } from './postgres-rows.js';

const folder = join(import.meta.dirname, 'postgres');
const folders = { 'postgres-13': ['every', 'oldest'], 'postgres-18': ['every', 'newest'] };

/** What the newest version plays to the end, the oldest does only in long runs. */
const brief = process.env.TEST_LONG === '1' ? undefined : { 'postgres-13': 'every', 'postgres-18': undefined };

/** Into how many test files the cases of a server are dealt: vitest has one worker for each, and the longest file sets the end. */
const files = 4;

/**
 * Plays the cases of these folders on a server. The oldest and the newest version make the same plans, but for what only the newest has, and for views, which they
 * print in words of their own.
 */
export function postgresCases(name: 'postgres-13' | 'postgres-18', file: number): void {
  describe(name, () => {
    const server = realServer(name);
    if ('absent' in server) {
      describe.skip(`absent: ${server.absent}`, () => {});
      return;
    }
    // Which servers have TLS is for other tests: here every session would ask for it first.
    const url = Object.assign(new URL(server.url), { search: '?sslmode=disable' }).href;
    const options = { driver, open: () => freshDatabase(url), rows: readRows, share: { file, of: files } };
    for (const each of folders[name]) {
      goldenCases(join(folder, each), { ...options, isBrief: each === brief?.[name] });
    }
  });
}
