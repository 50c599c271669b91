import type { Door } from './door.js';

/** What a user may say of a connection: a URL, and settings beside it. */
export interface ConnectionInput {
  readonly url: string;
  /** Driver-specific settings from the config, secrets resolved. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What relative paths are relative to. */
  readonly directory: string;
  /** What it is for, where that is no database to work on: near `scratch` only the server counts, so that a URL may leave out the database. */
  readonly purpose?: 'scratch';
  /** What sessions on its server come through, where somebody counts them. */
  readonly door?: Door;
}
