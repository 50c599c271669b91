import { unpackedFromDebian } from './debian.mjs';
import { builtFromGo } from './go.mjs';
import { resolvedByMaven } from './maven.mjs';
import { installed } from './methods/binaries.mjs';

/** The folder with the programs of a server, wherever they come from. */
export function programsOf({ name, binaries, debian, go, maven }) {
  if (binaries) return installed(name, binaries);
  if (maven) return resolvedByMaven(name, maven);
  return debian ? unpackedFromDebian(name, debian) : builtFromGo(name, go);
}
