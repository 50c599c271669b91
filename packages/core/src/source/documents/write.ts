import type { Driver } from '../../contract/driver.js';
import { type Address, byCodeUnit } from '../../model/address.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { SchemaObject } from '../../model/object.js';
import { emptyMark } from '../empty-mark.js';
import { schemaVersion } from './api-version.js';
import { FileNames } from './file-names.js';
import { yaml } from './load-yaml.js';

/** One document as a file. */
export interface WrittenDocument {
  /** `tables/users.yaml` */
  readonly path: string;
  readonly text: string;
}

/** A catalogue as documents, and the objects that no kind of document can hold. */
export interface WrittenDocuments {
  readonly files: readonly WrittenDocument[];
  readonly uncovered: readonly SchemaObject[];
}

/** Writes a catalogue as documents, one file each; compiling them gives the same catalogue again, but for what is returned as uncovered. */
export function writeDocuments(catalogue: Catalogue, driver: Driver): WrittenDocuments {
  const covered = new Set<Address>();
  const names = new FileNames();
  const files: WrittenDocument[] = [];
  for (const kind of driver.documents ?? []) {
    for (const { name, spec, covers } of kind.write(catalogue)) {
      for (const object of covers) covered.add(object.address);
      const document = { apiVersion: schemaVersion, kind: kind.document, metadata: { name: metadataName(name) }, spec };
      // Readers of YAML 1.1 take `no` and `on` for booleans; written for them, every reader agrees.
      const text = yaml().stringify(document, { version: '1.1', lineWidth: 0, directives: false });
      files.push({ path: names.path(folderOf(kind.document), name, '.yaml'), text });
    }
  }
  if (catalogue.size === 0) files.push({ path: 'empty.yaml', text: `# ${emptyMark}\n` });
  return {
    files: files.sort((a, b) => byCodeUnit(a.path, b.path)),
    uncovered: [...catalogue].filter((object) => !covered.has(object.address)),
  };
}

/** `VirtualTable` → `virtual-tables` */
function folderOf(document: string): string {
  return `${document.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}s`;
}

/** Metadata names are DNS labels in the system that the format comes from. */
function metadataName(name: string): string {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return label === '' ? 'unnamed' : label.slice(0, 63).replace(/-+$/, '');
}
