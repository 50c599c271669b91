import { type ConnectionInput, SyncError } from '@sync/core';

/** What it takes to reach a toy database. */
export interface ToyOptions {
  readonly name: string;
  /** Whether a database that is not there is made. */
  readonly create: boolean;
}

/** Reads `toy:name`; the one setting is `create`. */
export function readToyOptions({ url, settings = {} }: ConnectionInput): ToyOptions {
  const name = /^toy:([\w-]+)$/.exec(url)?.[1];
  if (!name)
    throw invalid(
      'this is not the URL of a toy database',
      'Write toy:name, with letters, digits, _ and - in the name.',
    );
  for (const setting of Object.keys(settings)) {
    if (setting !== 'create')
      throw invalid(`a toy database has no setting ${setting}`, 'The one setting is create: true or false.');
  }
  const create = settings.create ?? true;
  if (typeof create !== 'boolean')
    throw invalid('create is neither true nor false', 'Leave it out to have a missing database made.');
  return { name, create };
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'options', message, hint });
}
