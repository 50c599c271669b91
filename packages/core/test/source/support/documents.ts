import type { DocumentKind, Driver } from '../../../src/contract/index.js';
import { address } from '../../../src/model/address.js';
import { schemaObject } from '../../../src/model/object.js';
import type { SourceContext } from '../../../src/source/compiled.js';
import { sqliteDriver } from './sqlite.js';

/** A small kind of document: enough to see what core does with one. */
const tableDocument: DocumentKind = {
  document: 'Table',
  read(spec) {
    const { name, schema } = spec.fields(['name', 'schema', 'database', 'requires']);
    const section = schema?.fields(['sqlite', 'postgres']).sqlite ?? spec.fail('no section');
    const { columns, count, strict, action } = section.fields(['columns', 'count', 'strict', 'action']);
    const list = (columns?.items() ?? []).map((item) => item.text());
    count?.integer();
    strict?.boolean();
    action?.oneOf(['cascade', 'restrict']);
    const table = name?.text() ?? spec.fail('no name');
    const sql = `CREATE TABLE ${table} (${list.join(', ')})`;
    return {
      objects: [
        schemaObject({ kind: 'table', address: address('table', table.toLowerCase()), name: table, spec: { sql } }),
      ],
    };
  },
  write: (catalogue) =>
    [...catalogue]
      .filter((object) => object.kind === 'table')
      .map((object) => ({
        name: object.name,
        spec: { name: object.name, schema: { sqlite: { columns: ['no', 'x'] } } },
        covers: [object],
      })),
};

/** The test driver with documents. */
export const documentDriver: Driver = { ...sqliteDriver, documents: [tableDocument] };

/** What makes the statements for declared objects: here each object holds its own. */
export const documentContext: Pick<SourceContext, 'driver' | 'creation'> = {
  driver: documentDriver,
  creation: (objects) =>
    objects.map((object) => ({ object, statement: { text: (object.spec as { readonly sql: string }).sql } })),
};
