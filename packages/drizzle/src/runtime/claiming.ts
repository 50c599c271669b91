import { type Inspector, inspect } from '@sync/core';
import { type Claim, leaving, partClaimed } from './ownership.js';

/** How often it is looked again where something of somebody else's came meanwhile. */
const attempts = 5;

/** Reads a database and leaves alone what the plugin has no claim to, whenever it came: others migrate at the same time. */
export function claiming(claim: Claim): Inspector {
  return async (connection, driver, options = {}) => {
    let exclude = options.exclude ?? [];
    for (let attempt = 1; ; attempt++) {
      const found = await inspect(connection, driver, { ...options, exclude });
      const { others } = partClaimed(found.catalogue, claim);
      if (others.length === 0 || attempt === attempts) return found;
      exclude = [...exclude, ...leaving(others)];
    }
  };
}
