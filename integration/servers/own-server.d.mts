/** A server of one test's own, which may break it. */
export interface OwnServer extends AsyncDisposable {
  /** Everything that it has, and where a test may put files for it: it goes with the server. */
  readonly folder: string;
  readonly port: number;
  readonly url: string;
  /** Kills the server, as a power cut would; its folder stays. */
  kill(): Promise<void>;
  /** Stops it in order. */
  stop(): Promise<void>;
  /** Has it neither do nor say anything until it is thawed, as one that nobody reaches; connections to it stay. */
  freeze(): void;
  thaw(): void;
  /** Starts it again, where it stopped; with other settings from then on where they are given. */
  start(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** A file in its folder that it can read, and nobody else. */
  write(name: string, content: string): string;
  /** Has it read its settings again. */
  reload(): void;
}

/** How a server is to differ. */
export interface OwnServerOptions {
  readonly settings?: Readonly<Record<string, string>>;
  /** Settings that its data has to be made with already. */
  readonly made?: Readonly<Record<string, string>>;
  /** Files that it is to read, by name; in settings and rules `{folder}` stands for where they are. */
  readonly files?: Readonly<Record<string, string>>;
  /** The lines of pg_hba.conf; without them everybody of loopback is trusted. */
  readonly rules?: readonly string[];
  /** Where it listens; without it at a port that is free. */
  readonly port?: number;
  /** A data folder to begin with, of a server that was stopped; without it a new one. */
  readonly data?: string;
}

/** Starts a server by its name in `servers.mjs`, from the programs that npm or Debian carries, or that Go builds; or says why there is none. */
export function startOwnServer(
  name: string,
  options?: OwnServerOptions,
): Promise<OwnServer | { readonly absent: string }>;
