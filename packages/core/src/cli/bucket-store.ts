import { interpolateAll } from '../config/interpolate.js';
import type { LoadedConfig } from '../config/load-config.js';
import { placeIn } from '../config/place.js';
import { resolveSecrets } from '../config/secrets.js';
import { SyncError } from '../errors.js';
import type { BucketCredentials } from '../snapshot/bucket.js';
import { bucketSnapshots } from '../snapshot/bucket-snapshots.js';
import type { SnapshotStore } from '../snapshot/store.js';
import type { Invocation } from './command.js';

/** What opening a store takes of a call. */
export type StoreCall = Pick<Invocation, 'world' | 'redactor' | 'signal'>;

/** The store that `s3://BUCKET/PREFIX?region=…&endpoint=…` names. Its credentials are looked up when it is first used. */
export function bucketStore(text: string, loaded: LoadedConfig, call: StoreCall): SnapshotStore {
  const { environment, now: clock } = call.world;
  const place = readPlace(text, environment, placeIn(loaded.file, 'snapshots.store'));
  let opened: Promise<SnapshotStore> | undefined;
  const open = () => {
    opened ??= credentialsOf(loaded, call).then((credentials) => bucketSnapshots({ ...place, credentials, clock }));
    return opened;
  };
  return {
    read: async (key, version) => (await open()).read(key, version),
    write: async (key, snapshot) => (await open()).write(key, snapshot),
    list: async (key) => (await open()).list(key),
  };
}

function readPlace(text: string, environment: StoreCall['world']['environment'], at: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url?.host || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw invalid(at, `${JSON.stringify(url ? `s3://${url.host}…` : text)} names no bucket`, usage);
  }
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'region' && name !== 'endpoint');
  if (unknown !== undefined) throw invalid(at, `a bucket has no parameter ${unknown}`, usage);
  const endpoint = url.searchParams.get('endpoint') || environment.AWS_ENDPOINT_URL_S3 || environment.AWS_ENDPOINT_URL;
  if (endpoint && !isServer(endpoint))
    throw invalid(at, 'the endpoint of the bucket is no address of a server, or says more than that', usage);
  const region = url.searchParams.get('region') || environment.AWS_REGION || environment.AWS_DEFAULT_REGION;
  if (!region && !endpoint)
    throw invalid(at, 'nothing says which region the bucket is in', 'Add ?region=eu-central-1, or set AWS_REGION.');
  return {
    bucket: decodeURIComponent(url.host),
    prefix: decodeURIComponent(url.pathname),
    region: region || 'us-east-1',
    ...(endpoint && { endpoint }),
  };
}

/** A password in an address would be in errors too: whose requests they are is said elsewhere. */
function isServer(endpoint: string): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, username, password, search, hash } = new URL(endpoint);
  return /^https?:$/.test(protocol) && `${username}${password}${search}${hash}` === '';
}

const usage =
  'Write s3://BUCKET/PREFIX?region=eu-central-1, and for another server than Amazon’s &endpoint=https://objects.example.com.';

async function credentialsOf({ config, directory, file }: LoadedConfig, call: StoreCall): Promise<BucketCredentials> {
  const { world, redactor, signal } = call;
  const { environment, platform } = world;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = environment;
  const said = config.snapshots?.credentials;
  if (said) {
    const at = placeIn(file, 'snapshots.credentials');
    const context = { directory, environment, redactor, platform, ...(signal && { signal }) };
    const found = await resolveSecrets(interpolateAll(said, at, environment), at, context);
    redactor.add(found.secretAccessKey);
    return found;
  }
  if (accessKeyId && secretAccessKey) {
    for (const secret of [secretAccessKey, AWS_SESSION_TOKEN]) if (secret) redactor.add(secret);
    return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }) };
  }
  throw new SyncError({
    code: 'SECRET_UNAVAILABLE',
    op: 'snapshot',
    message: `nothing says whose requests go to the bucket of ${placeIn(file, 'snapshots.store')}`,
    hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or say snapshots.credentials in the config. Of a profile: eval "$(aws configure export-credentials --format env)".',
  });
}

function invalid(at: string, message: string, hint: string): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'config', message: `${at}: ${message}`, hint });
}
