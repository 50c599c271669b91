/** Who changed an object, and when, as far as a server keeps that. */
export interface Trace {
  /** A role of the server. */
  readonly by?: string;
  /** What the role is to it: who `owns` it made it, unless it was given away; who it is `defined by` last said what it is. */
  readonly how?: 'owned by' | 'defined by';
  /** When it was last changed; ISO 8601, UTC. */
  readonly at?: string;
}
