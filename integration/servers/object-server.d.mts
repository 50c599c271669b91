/** A server that speaks as S3 does, with one account. */
export interface ObjectServer extends AsyncDisposable {
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Starts Versity's S3 gateway, of this machine or built from its Go module; or says why there is none. */
export function startObjectServer(): Promise<ObjectServer | { readonly absent: string }>;
