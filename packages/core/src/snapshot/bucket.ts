import type { AwsClient } from 'aws4fetch';
import { SyncError } from '../errors.js';

/** Whose a request is. */
export interface BucketCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A bucket of S3, or of a server that speaks as S3 does. */
export interface BucketPlace {
  readonly bucket: string;
  readonly region: string;
  /** The address of another server than Amazon's, `https://objects.example.com`. */
  readonly endpoint?: string;
  readonly credentials: BucketCredentials;
}

/** What a server answered, read to its end. */
export interface BucketAnswer {
  readonly status: number;
  readonly text: string;
}

interface BucketRequest {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly query?: string;
}

/** How long one request may take before it is given up. */
const patienceMs = 60_000;
/** How often what the server could not do at that moment is asked for again. */
const retries = 5;

/** The few requests that a store of snapshots makes of a bucket. */
export class Bucket {
  private client: Promise<AwsClient> | undefined;
  private readonly root: string;

  constructor(private readonly place: BucketPlace) {
    this.root = rootOf(place);
  }

  /** The text of an object; undefined where there is none of that name. */
  async get(key: string): Promise<string | undefined> {
    const answer = await this.ask('GET', key);
    if (answer.status === 404 && codeIn(answer.text) === 'NoSuchKey') return undefined;
    return this.expect(answer, key).text;
  }

  /** Puts an object where there is none; false where there is one, or somebody else puts one at the same moment. */
  async putNew(key: string, text: string): Promise<boolean> {
    const answer = await this.ask('PUT', key, { body: text, headers: { 'if-none-match': '*' } });
    if (answer.status === 412 || answer.status === 409) return false;
    if (answer.status === 501) throw this.overwrites();
    this.expect(answer, key);
    return true;
  }

  /** The names below a prefix, up to the next slash: objects, and what other names have in common, with its slash. */
  async *names(prefix: string): AsyncGenerator<string> {
    let token: string | undefined;
    do {
      const { text } = this.expect(await this.ask('GET', '', { query: listing(prefix, token) }), prefix);
      const isEncoded = text.includes('<EncodingType>url</EncodingType>');
      for (const [, part = ''] of text.matchAll(/<(?:Contents|CommonPrefixes)>.*?<(?:Key|Prefix)>(.*?)<\//gs)) {
        const name = unescaped(part);
        yield (isEncoded ? decodeURIComponent(name.replaceAll('+', ' ')) : name).slice(prefix.length);
      }
      const [, next] = /<NextContinuationToken>(.*?)<\//s.exec(text) ?? [];
      token = next === undefined ? undefined : unescaped(next);
    } while (token !== undefined);
  }

  /** The error for a server on which two writers could take the same number, one of them for nothing. */
  overwrites(): SyncError {
    return new SyncError({
      code: 'UNSUPPORTED',
      op: 'snapshot',
      message: `the server of the bucket ${this.place.bucket} does not know conditional writes (If-None-Match), so that two writers could overwrite each other`,
      hint: 'Use a server that does, such as S3 itself, or keep the snapshots in git, in files, or in the database.',
    });
  }

  label(key: string): string {
    return `s3://${this.place.bucket}/${key}`;
  }

  private async ask(
    method: 'GET' | 'PUT',
    key: string,
    { query = '', ...more }: BucketRequest = {},
  ): Promise<BucketAnswer> {
    const path = key.split('/').map(encodeURIComponent).join('/');
    const client = await this.opened();
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await client.fetch(`${this.root}/${path}${query}`, {
        method,
        ...more,
        redirect: 'manual',
        signal,
      });
      return { status: response.status, text: await response.text() };
    } catch (cause) {
      throw this.unreachable(cause);
    }
  }

  /** Loaded when a bucket is first asked: nothing else needs it. */
  private opened(): Promise<AwsClient> {
    const { credentials, region } = this.place;
    this.client ??= import('aws4fetch').then(
      ({ AwsClient }) => new AwsClient({ ...credentials, region, service: 's3', retries }),
    );
    return this.client;
  }

  private expect(answer: BucketAnswer, key: string): BucketAnswer {
    if (answer.status >= 200 && answer.status < 300) return answer;
    const code = codeIn(answer.text) ?? `HTTP ${answer.status}`;
    const known = refusals[code] ?? byStatus(answer.status);
    throw new SyncError({
      code: known.code,
      op: 'snapshot',
      message: `the bucket ${this.place.bucket} at ${new URL(this.root).host} refused ${JSON.stringify(key)}: ${code}`,
      hint: known.hint,
      details: { status: answer.status, code },
    });
  }

  private unreachable(cause: unknown): SyncError {
    const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const why = (inner as { readonly code?: unknown } | null)?.code ?? (inner instanceof Error ? inner.message : inner);
    return new SyncError({
      code: 'CONNECTION_FAILED',
      op: 'snapshot',
      message: `the server of the bucket ${this.place.bucket} does not answer at ${new URL(this.root).host}: ${String(why)}`,
      cause,
      hint: 'Check the endpoint in snapshots.store (s3://BUCKET/PREFIX?endpoint=https://…), and that it is reached from here.',
    });
  }
}

interface Refusal {
  readonly code: 'PERMISSION_DENIED' | 'NOT_FOUND' | 'CONFIG_INVALID' | 'IO';
  readonly hint: string;
}

const wrongKeys: Refusal = {
  code: 'PERMISSION_DENIED',
  hint: 'Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (AWS_SESSION_TOKEN, where they are temporary), or snapshots.credentials in the config.',
};

const wrongRegion: Refusal = {
  code: 'CONFIG_INVALID',
  hint: 'The bucket is in another region: say it, s3://BUCKET/PREFIX?region=eu-central-1, or AWS_REGION.',
};

const refusals: Readonly<Record<string, Refusal>> = {
  InvalidAccessKeyId: wrongKeys,
  SignatureDoesNotMatch: wrongKeys,
  ExpiredToken: {
    code: 'PERMISSION_DENIED',
    hint: 'The credentials are temporary, and their time is over: get new ones.',
  },
  RequestTimeTooSkewed: { code: 'PERMISSION_DENIED', hint: 'The clock of this machine is wrong: set it.' },
  AccessDenied: {
    code: 'PERMISSION_DENIED',
    hint: 'It takes s3:ListBucket on the bucket, and s3:GetObject and s3:PutObject on what is in it.',
  },
  NoSuchBucket: { code: 'NOT_FOUND', hint: 'Make the bucket, or correct its name in snapshots.store.' },
  InvalidBucketName: { code: 'CONFIG_INVALID', hint: 'Correct the name of the bucket in snapshots.store.' },
  PermanentRedirect: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
};

function byStatus(status: number): Refusal {
  if (status === 401 || status === 403) return refusals.AccessDenied ?? wrongKeys;
  if (status >= 300 && status < 400) return wrongRegion;
  return { code: 'IO', hint: 'Nothing was kept in part. Try again, and look at the log of that server.' };
}

/** Amazon's own is addressed by the bucket's name, where that can be the name of a host with a certificate; others by a path, as all of them know it. */
function rootOf({ bucket, region, endpoint }: BucketPlace): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
  if (bucket.includes('.')) return `https://s3.${region}.amazonaws.com/${bucket}`;
  return `https://${bucket}.s3.${region}.amazonaws.com`;
}

function codeIn(text: string): string | undefined {
  return /<Code>([A-Za-z]+)<\/Code>/.exec(text)?.[1];
}

/** Written by hand: `URLSearchParams` would write a blank as a plus sign, which is signed as one. */
function listing(prefix: string, token: string | undefined): string {
  const parts = { 'list-type': '2', 'encoding-type': 'url', delimiter: '/', prefix };
  const all = Object.entries(token === undefined ? parts : { ...parts, 'continuation-token': token });
  return `?${all.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
