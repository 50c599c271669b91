import type { RenameHint } from '../../contract/change.js';
import type { DocumentKind, Seed } from '../../contract/document.js';
import type { Driver } from '../../contract/driver.js';
import type { DocumentNode } from '../../contract/node.js';
import type { Address } from '../../model/address.js';
import { isRecord, type Json } from '../../model/json.js';
import type { SchemaObject } from '../../model/object.js';
import { nearest } from '../../nearest.js';
import type { SourceWarning } from '../compiled.js';
import { isEmptyMark } from '../empty-mark.js';
import { type Problems, sourceInvalid } from '../invalid.js';
import { databaseVersion, schemaVersion } from './api-version.js';
import { parseYaml } from './parse-yaml.js';

/** An object and the document that declares it. */
export interface Declared {
  readonly object: SchemaObject;
  /** `file:line` */
  readonly at: string;
}

/** What the documents of a source come to. */
export interface Documents {
  readonly declared: readonly Declared[];
  /** What is taken for granted and not declared. */
  readonly implied: readonly Declared[];
  readonly renames: readonly RenameHint[];
  readonly seeds: readonly Seed[];
  readonly warnings: readonly SourceWarning[];
  /** What is declared as gone. */
  readonly deleted: readonly Deleted[];
  /** Where it is said that nothing is meant to be there. */
  readonly empty: readonly string[];
}

/** Something that a document declares as gone. */
export interface Deleted {
  readonly path: readonly string[];
  /** `file:line` */
  readonly at: string;
}

/** Kinds of the document format that some engines have and others have not. */
const commonKinds = ['Table', 'View', 'Function', 'DatabaseExtension', 'DataType'];

/** Kinds that describe the operation of a database, not its schema. */
const operationKinds = ['Database', 'Migration'];

const planElsewhere =
  'Keep plans outside of the folder of the schema (`plan -o ../plan.json`). A plan is run by `apply` and checked by `lint`, by its file.';

/** Whether this is what `plan -o` wrote, or what `plan --format json` printed. */
function isPlan({ format, command, base, goal, up, plan }: Readonly<Record<string, Json | undefined>>): boolean {
  return (
    format === 1 && (command === 'plan' ? plan !== undefined : [base, goal, up].every((part) => part !== undefined))
  );
}

/** Collects the documents of many files, for one driver. */
export class DocumentReader {
  private readonly kinds: ReadonlyMap<string, DocumentKind>;
  private readonly declared = new Map<Address, Declared>();
  private readonly implied = new Map<Address, Declared>();
  private readonly renames: RenameHint[] = [];
  private readonly seeds: Seed[] = [];
  private readonly warnings: SourceWarning[] = [];
  private readonly deleted: Deleted[] = [];
  private readonly empty: string[] = [];

  constructor(
    private readonly driver: Driver,
    private readonly lenient: boolean,
    private readonly problems: Problems,
  ) {
    this.kinds = new Map((driver.documents ?? []).map((kind) => [kind.document, kind]));
  }

  /** Reads the documents of one file. */
  readFile(text: string, path: string): void {
    const onUnknown = this.lenient ? (at: string, message: string) => this.warn(at, message) : undefined;
    const onComment = (at: string, comment: string) => {
      if (isEmptyMark(comment.replace(/^#+/, '').trim())) this.empty.push(withoutColumn(at));
    };
    for (const root of parseYaml(text, path, onUnknown, onComment))
      this.problems.attempt(() => this.readDocument(root));
  }

  /** Everything that was read. */
  finish(): Documents {
    const { renames, seeds, warnings, deleted, empty } = this;
    const implied = [...this.implied.values()].filter(({ object }) => !this.declared.has(object.address));
    return { declared: [...this.declared.values()], implied, renames, seeds, warnings, deleted, empty };
  }

  private readDocument(root: DocumentNode): void {
    const value = root.value;
    if (!isRecord(value)) root.fail('a document is expected here: apiVersion, kind, metadata and spec');
    if (value.format === 1 && typeof value.root === 'string') {
      root.fail('a snapshot stands among documents', 'A snapshot is a whole state: name its file by itself.');
    }
    if (isPlan(value)) root.fail('this is a plan, and no part of a desired state', planElsewhere);
    const isWrapped = 'spec' in value || 'kind' in value || 'apiVersion' in value;
    if (!isWrapped) {
      if (!('schema' in value))
        root.fail(
          'this is no document of a schema',
          'A document has apiVersion, kind, metadata and spec; or it is a table’s spec alone, with name and schema. A file that is no part of the schema belongs outside of its folder.',
        );
      this.readSpec(root, 'Table', root);
      return;
    }
    if (this.isForeign(root, value)) return;
    const { kind, spec } = root.fields(['apiVersion', 'kind', 'metadata', 'spec', 'status']);
    const name = kind?.text() ?? 'Table';
    if (operationKinds.includes(name)) this.warn(root.at, `${name} documents carry no schema: left out`);
    else if (!spec) root.fail(`the ${name} document has no spec`);
    else this.readSpec(spec, name, root);
  }

  /** A document of another system stands among ours in many repositories; it is named and left alone. */
  private isForeign(root: DocumentNode, value: { readonly [key: string]: Json | undefined }): boolean {
    const version = value.apiVersion;
    if (version === undefined || version === null || version === schemaVersion || version === databaseVersion)
      return false;
    const [group] = String(version).split('/');
    const own = [schemaVersion, databaseVersion].find((known) => known.split('/')[0] === group);
    const close = own ?? nearest(String(version), [schemaVersion, databaseVersion]);
    if (close) root.fail(`apiVersion ${String(version)} is not known`, `Did you mean ${close}?`);
    this.warn(root.at, `a document of ${String(version)} is not about a schema: left out`);
    return true;
  }

  private readSpec(spec: DocumentNode, name: string, root: DocumentNode): void {
    if (this.kinds.size === 0) {
      // Left out, they would make an empty goal, and the plan would drop everything.
      root.fail(`the ${this.driver.name} driver reads no documents`, 'Write the desired state in SQL.');
    }
    if (this.isForOthers(spec, name, root)) return;
    const kind = this.kinds.get(name);
    if (kind) this.keep(kind.read(spec), root);
    else if (commonKinds.includes(name)) this.warn(root.at, `${this.driver.name} has no ${name} documents: left out`);
    else {
      const known = [...this.kinds.keys()];
      const close = nearest(name, [...known, ...commonKinds, ...operationKinds]);
      root.fail(
        `${name} is no kind of document`,
        close ? `Did you mean ${close}?` : `Known for ${this.driver.name}: ${known.join(', ')}.`,
      );
    }
  }

  /** Whether the document speaks of other engines only. */
  private isForOthers(spec: DocumentNode, name: string, root: DocumentNode): boolean {
    const { value } = spec;
    const schema = isRecord(value) ? value.schema : undefined;
    const { sections = [this.driver.name] } = this.driver;
    if (!isRecord(schema) || sections.some((section) => schema[section] !== undefined)) return false;
    const engines = Object.keys(schema);
    const what = `this ${name} says nothing for ${this.driver.name}`;
    this.warn(root.at, `${what}${engines.length > 0 ? `, only for ${engines.join(', ')}` : ''}: left out`);
    return true;
  }

  private keep(content: ReturnType<DocumentKind['read']>, root: DocumentNode): void {
    const at = withoutColumn(root.at);
    for (const object of content.objects) {
      const other = this.declared.get(object.address);
      if (other) {
        throw sourceInvalid(at, `${object.kind} ${object.name} is declared twice: at ${other.at} and at ${at}`, {
          hint: 'Keep one of the two declarations.',
          details: { places: [other.at, at] },
        });
      }
      this.declared.set(object.address, { object, at });
    }
    for (const path of content.deleted ?? []) this.deleted.push({ path, at });
    for (const object of content.implied ?? []) this.implied.set(object.address, { object, at });
    this.renames.push(...(content.renames ?? []));
    this.seeds.push(...(content.seeds ?? []));
    this.warnings.push(...(content.warnings ?? []));
  }

  private warn(at: string, message: string): void {
    this.warnings.push({ at, message });
  }
}

function withoutColumn(at: string): string {
  return at.replace(/:\d+$/, '');
}
