import type { Driver } from '../../contract/driver.js';
import { type Address, byCodeUnit } from '../../model/address.js';
import type { Catalogue } from '../../model/catalogue.js';
import type { SchemaObject } from '../../model/object.js';
import { schemaVersion } from './api-version.js';
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
  const taken = new Set<string>();
  const files: WrittenDocument[] = [];
  for (const kind of driver.documents ?? []) {
    for (const { name, spec, covers } of kind.write(catalogue)) {
      for (const object of covers) covered.add(object.address);
      const document = { apiVersion: schemaVersion, kind: kind.document, metadata: { name: metadataName(name) }, spec };
      // Readers of YAML 1.1 take `no` and `on` for booleans; written for them, every reader agrees.
      const text = yaml().stringify(document, { version: '1.1', lineWidth: 0, directives: false });
      files.push({ path: freePath(folderOf(kind.document), fileName(name), taken), text });
    }
  }
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
  return label === '' ? 'unnamed' : label.slice(0, 63);
}

function fileName(name: string): string {
  const safe = name
    .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 120);
  return safe === '' ? '_' : safe;
}

/** Names that differ in case only are one file on some systems. */
function freePath(folder: string, name: string, taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const path = `${folder}/${name}${number === 1 ? '' : `-${number}`}.yaml`;
    if (taken.has(path.toLowerCase())) continue;
    taken.add(path.toLowerCase());
    return path;
  }
}
