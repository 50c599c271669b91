import type { FleetConfig } from '../../config/config.js';
import type { LoadedConfig } from '../../config/load-config.js';
import { joinPath, type Layer, placeIn } from '../../config/place.js';
import { SyncError } from '../../errors.js';
import { nearest } from '../../nearest.js';

/** A fleet as the config has it. */
export interface FoundFleet extends Layer<FleetConfig> {
  readonly name: string;
  /** How messages name it: `/app/schema-sync.config.yaml: fleets.customers`. */
  readonly at: string;
}

/** The fleet of this name, or the only one that the config has. */
export function findFleet({ config, file }: LoadedConfig, name: string | undefined): FoundFleet {
  const fleets = config.fleets ?? {};
  const names = Object.keys(fleets);
  const [only] = names;
  const wanted = name ?? (names.length === 1 ? only : undefined);
  if (wanted === undefined) {
    throw names.length === 0
      ? invalid('the config names no fleet', 'Add fleets to schema-sync.config.*, each with the place of its tenants.')
      : invalid('the config names more than one fleet', `Say --fleet NAME: ${names.join(', ')}.`);
  }
  const values = Object.hasOwn(fleets, wanted) ? fleets[wanted] : undefined;
  const path = joinPath('fleets', wanted);
  if (values) return { name: wanted, values, path, at: placeIn(file, path) };
  const guess = nearest(wanted, names);
  throw invalid(
    `--fleet: there is no fleet ${wanted}${guess === undefined ? '' : `; did you mean ${guess}?`}`,
    names.length > 0 ? `Known: ${names.join(', ')}.` : 'Add it under fleets in schema-sync.config.*.',
  );
}

function invalid(message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'config', message, hint });
}
