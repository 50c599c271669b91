import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import { byCodeUnit } from '../model/address.js';
import { nearNames } from '../nearest.js';
import type { SourceWarning } from '../source/compiled.js';
import type { Terminal } from './terminal.js';
import { visible } from './visible.js';

/** What the command line says of what is managed. */
export interface Selected {
  readonly exclude?: readonly string[];
  readonly schema?: readonly string[];
}

/** Keeps note of what the command line selects, so that a name with a slip in it passes neither for one that protects nor for one that was looked at. */
export class Selection {
  private readonly unmet: Set<string>;
  private readonly schemas: readonly string[];
  private readonly seen = new Set<string>();
  private readonly told: SourceWarning[] = [];
  private isTold = false;

  /** What a config excludes is for many databases, of which not each has all of it: only flags are looked at. */
  constructor(
    { exclude = [], schema = [] }: Selected,
    { dialect, schemaOf }: Pick<Driver, 'dialect' | 'schemaOf'>,
    private readonly terminal: Terminal,
  ) {
    this.unmet = new Set(exclude);
    this.schemas = schemaOf && !schema.includes('*') ? [...new Set(schema.map((name) => dialect.fold(name)))] : [];
    // The schema that goes without saying is there with nothing in it, too.
    if (dialect.home !== undefined) this.seen.add(dialect.home);
  }

  readonly onExcluded = (glob: string): void => {
    this.unmet.delete(glob);
  };

  readonly onSchema = (schema: string): void => {
    this.seen.add(schema);
  };

  /** Tells, once and when all is read, what met nothing. Where that leaves nothing to look at, whatever comes next would be said of nothing. */
  tell(): void {
    if (this.isTold) return;
    this.isTold = true;
    for (const glob of this.unmet) this.warn(`--exclude ${glob}`, 'meets no name: it excludes nothing');
    const unseen = this.schemas.filter((name) => !this.seen.has(name));
    if (unseen.length > 0 && unseen.length === this.schemas.length) throw this.noSchema(unseen);
    for (const name of unseen) this.warn(`--schema ${name}`, `meets no schema${this.near(name)}`);
  }

  /** What was told, for programs. */
  get warnings(): readonly SourceWarning[] {
    return this.told;
  }

  private warn(at: string, message: string): void {
    const { errorPaint } = this.terminal;
    this.terminal.note(`${errorPaint.yellow('warning')} ${visible(at)} ${visible(message)}`);
    this.told.push({ at, message });
  }

  private near(name: string): string {
    const near = nearNames(name, this.seen);
    return near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
  }

  private noSchema(unseen: readonly string[]): SyncError {
    const [name = ''] = unseen;
    return new SyncError({
      code: 'NOT_FOUND',
      op: 'inspect',
      message: `--schema ${unseen.join(',')} meets no schema${unseen.length === 1 ? this.near(name) : ''}`,
      hint: `There is: ${[...this.seen].sort(byCodeUnit).join(', ')}. Leave out --schema for what the desired state names, or pass --schema '*' for all.`,
    });
  }
}
