import type { SourceWarning } from '../source/compiled.js';
import type { Terminal } from './terminal.js';
import { visible } from './visible.js';

/** Keeps note of what was excluded on the command line, so that a pattern with a slip in it does not pass for one that protects. */
export class Exclusions {
  private readonly unmet: Set<string>;
  private readonly told: SourceWarning[] = [];

  /** What a config excludes is for many databases, of which not each has all of it: only flags are looked at. */
  constructor(
    given: readonly string[],
    private readonly terminal: Terminal,
  ) {
    this.unmet = new Set(given);
  }

  readonly onExcluded = (glob: string): void => {
    this.unmet.delete(glob);
  };

  /** Tells, once and when all is read, which patterns met nothing. */
  tell(): void {
    const { errorPaint } = this.terminal;
    for (const glob of this.unmet) {
      const [at, message] = [`--exclude ${glob}`, 'meets no name: it excludes nothing'];
      this.terminal.note(`${errorPaint.yellow('warning')} ${visible(at)} ${message}`);
      this.told.push({ at, message });
    }
    this.unmet.clear();
  }

  /** What was told, for programs. */
  get warnings(): readonly SourceWarning[] {
    return this.told;
  }
}
