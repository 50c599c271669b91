import { type Catalogue, type Connection, diff, hashOf, inspect, type Plan, plan, type RenameHint } from '@sync/core';
import { expect } from 'vitest';
import driver from '../src/index.js';

/** Opens an empty database in memory. */
export async function memory(): Promise<Connection> {
  const options = driver.options({ url: 'sqlite::memory:', directory: '/' });
  return driver.connect(options, { access: 'write' });
}

/** Runs statements that are separated by `;;`. */
export async function script(connection: Connection, text: string): Promise<void> {
  for (const statement of text.split(';;')) {
    if (statement.trim()) await connection.execute({ text: statement });
  }
}

/** Reads a database whole; nothing in it may be left unread. */
export async function read(
  connection: Connection,
  options: { readonly with?: readonly string[] } = {},
): Promise<Catalogue> {
  const { catalogue, unmanaged } = await inspect(connection, driver, options);
  expect(unmanaged.filter(({ reason }) => reason.startsWith('not covered'))).toEqual([]);
  return catalogue;
}

/** What a database looks like after these statements. */
export async function compiled(text: string, options: { readonly with?: readonly string[] } = {}): Promise<Catalogue> {
  await using connection = await memory();
  await script(connection, text);
  return await read(connection, options);
}

/** Runs one way of a plan, one transaction a batch. */
export async function travel(connection: Connection, batches: Plan['up']): Promise<void> {
  for (const batch of batches) {
    expect(batch.atomic).toBe(true);
    const statements = batch.steps.flatMap((step) => step.sql);
    await connection.atomically?.(statements, { settings: batch.settings });
  }
}

/** Two states of a schema, and what is to happen between them. */
export interface Journey {
  readonly from: string;
  readonly to: string;
  /** `people=users`, `users.mail=users.email` */
  readonly renames?: readonly string[];
  readonly with?: readonly string[];
  /** A query whose answer must be the same before, above and below again. */
  readonly keeps?: string;
  /** Rows that went with a table cannot come back, so the way down may not be open. */
  readonly oneWay?: boolean;
  /** A query, and its answer in the new state. */
  readonly gives?: readonly [query: string, rows: readonly Record<string, unknown>[]];
}

const hint = (text: string): RenameHint => {
  const [from = '', to = ''] = text.split('=');
  return { at: 'test', from: from.split('.'), to: to.split('.'), once: true };
};

/** Plans from one state to another, goes there and back, and proves on each side that there is nothing left to do. */
export async function converge(journey: Journey): Promise<Plan> {
  await using connection = await memory();
  await script(connection, journey.from);
  const options = journey.with ? { with: journey.with } : {};
  const base = await read(connection, options);
  const goal = await compiled(journey.to, options);
  const { server } = connection;
  const hints = (journey.renames ?? []).map(hint);
  const made = plan(diff(base, goal, { driver, server, hints }), {
    driver,
    server,
    reading: { exclude: [], with: [], claimed: [] },
  });
  const ask = async (query: string) => connection.query({ text: query });
  const kept = journey.keeps ? await ask(journey.keeps) : [];
  await travel(connection, made.up);
  await expectState(connection, goal, options);
  if (journey.keeps) expect(await ask(journey.keeps)).toEqual(kept);
  if (journey.gives) expect(await ask(journey.gives[0])).toEqual(journey.gives[1]);
  await expectSound(connection);
  if (journey.oneWay) return made;
  await travel(connection, made.down);
  await expectState(connection, base, options);
  if (journey.keeps) expect(await ask(journey.keeps)).toEqual(kept);
  await expectSound(connection);
  return made;
}

async function expectState(connection: Connection, state: Catalogue, options: { readonly with?: readonly string[] }) {
  const there = await read(connection, options);
  const { changes } = diff(there, state, { driver, server: connection.server });
  expect(changes).toEqual([]);
  expect(Array.from(there, (object) => [object.address, hashOf(object)])).toEqual(
    Array.from(state, (object) => [object.address, hashOf(object)]),
  );
}

/** The file is whole, settings are as before, and nothing of ours is left behind. */
async function expectSound(connection: Connection) {
  expect(await connection.query({ text: 'PRAGMA integrity_check' })).toEqual([{ integrity_check: 'ok' }]);
  expect(await connection.query({ text: 'PRAGMA foreign_keys' })).toEqual([{ foreign_keys: 1 }]);
  expect(await connection.query({ text: 'PRAGMA legacy_alter_table' })).toEqual([{ legacy_alter_table: 0 }]);
  const ours = "SELECT name FROM sqlite_schema WHERE name LIKE '\\_schema\\_sync%' ESCAPE '\\'";
  expect(await connection.query({ text: ours })).toEqual([]);
}

/** The summaries of the steps up, in order. */
export function steps(made: Plan): readonly string[] {
  return made.up.flatMap((batch) => batch.steps.map((step) => step.summary));
}

/** The codes of the hazards up, in order and each once. */
export function hazards(made: Plan): readonly string[] {
  return [
    ...new Set(made.up.flatMap((batch) => batch.steps.flatMap((step) => step.hazards.map((hazard) => hazard.code)))),
  ];
}
