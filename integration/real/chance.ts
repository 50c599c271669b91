/** Chosen by chance, and by the same chance for the same seed. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 to below a limit. */
  below(limit: number): number {
    // xorshift32
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(Math.max(1, items.length))];
  }
}
