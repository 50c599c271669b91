/** How somebody comes to a door. */
export interface DoorRequest {
  readonly signal?: AbortSignal | undefined;
  /** Whether the session can be done without: it is not waited for, and not asked for twice. CONNECTION_FAILED with `details: { full: true }` where there is no room for it. */
  readonly spare?: boolean;
}

/** What the first session on a server may be asked, where nobody said how many there may be. */
export interface Capacity<S> {
  /** How many sessions the server lets in at a time, of whomever, less those that it keeps for its administrators. Where that cannot be told, it throws. */
  readonly capacity?: (session: S) => Promise<number>;
}

/**
 * Lets sessions of one tenant in on servers, where how many there may be at a time is said for all. A driver with `Driver.comesThroughDoor` opens each session on a server
 * through the door of its connection's input, if that has one.
 */
export interface Door {
  /**
   * Opens a session once there is room for it, and again after a pause where what stood in the way passes. `server` is the same text for whatever counts the same
   * sessions; `over` is to be called when the session has ended, however often.
   */
  open<S>(server: string, open: (over: () => void) => Promise<S>, request: DoorRequest & Capacity<S>): Promise<S>;
}
