/** A PgBouncer before a server. */
export interface Pooler extends AsyncDisposable {
  readonly url: string;
}

/** Starts PgBouncer, of this machine or unpacked from Debian's packages; or says why there is none. */
export function startPooler(
  server: string,
  mode: 'session' | 'transaction',
): Promise<Pooler | { readonly absent: string }>;
