import { uninterpolated } from '../config/interpolate.js';
import type { LoadedConfig } from '../config/load-config.js';
import { isSecretReference } from '../config/secrets.js';
import type { Located, Settings } from '../config/settings.js';
import { namedTarget, type ResolvedTarget, resolveTarget, type TargetContext } from '../config/target.js';

/** The database to work on: what `--url` says, else what the config says. */
export async function findTarget(
  given: string | undefined,
  settings: Settings,
  loaded: LoadedConfig,
  directory: string,
  context: TargetContext,
): Promise<ResolvedTarget | undefined> {
  if (given !== undefined) return resolveGiven({ text: given, directory, at: '--url' }, loaded, context);
  return settings.target && resolveTarget(settings.target, context);
}

/** A URL from the command line: it may name a target of the config or refer to a secret, and is not interpolated, since the shell has done that. */
async function resolveGiven(
  { text, directory, at = 'the source' }: Located,
  loaded: LoadedConfig,
  context: TargetContext,
): Promise<ResolvedTarget> {
  const target = text.startsWith('target:')
    ? namedTarget(loaded, text.slice('target:'.length), at)
    : { url: { value: uninterpolated(text), at }, directory, settings: {} };
  return resolveTarget(target, context);
}

/** The server, or the database in whose place, scratch databases are made. */
export async function findScratch(
  given: string | undefined,
  settings: Settings,
  loaded: LoadedConfig,
  directory: string,
  context: TargetContext,
): Promise<ResolvedTarget | undefined> {
  const place = given === undefined ? settings.scratch : { text: given, directory, at: '--scratch' };
  if (!place) return undefined;
  const found = await resolveGiven(place, loaded, context);
  return { ...found, input: { ...found.input, purpose: 'scratch' } };
}

/** A source with its references resolved, before the driver is chosen. */
interface ReferredSource extends Located {
  readonly resolved?: ResolvedTarget;
}

/** `target:NAME` and references to secrets stand for URLs; `file:` is a path here. */
export async function openReference(
  source: Located,
  loaded: LoadedConfig,
  context: TargetContext,
): Promise<ReferredSource> {
  const { text } = source;
  if (!text.startsWith('target:') && (!isSecretReference(text) || text.startsWith('file:'))) {
    context.redactor.addUrl(text);
    return source;
  }
  const resolved = await resolveGiven(source, loaded, context);
  const { url, directory } = resolved.input;
  return { text: url, directory, resolved, ...(source.at !== undefined && { at: source.at }) };
}
