/** Documents of which one line says what CockroachDB has not, by what the refusal says. */
const table = (lines: string) => `
apiVersion: schemas.schemahero.io/v1alpha4
kind: Table
metadata: { name: t }
spec:
  database: shop
  name: t
  schema:
    cockroachdb:
      primaryKey: [id]
      columns:
        - { name: id, type: bigint }
${lines}`;

export const refused: Readonly<Record<string, string>> = {
  'CockroachDB has no UNLOGGED': table('      unlogged: true'),
  'says how its values are stored': table('        - { name: body, type: text, storage: EXTERNAL }'),
  'CockroachDB has no EXCLUDE': table(
    '      exclusions:\n        - { name: apart, definition: USING gist (id WITH =) }',
  ),
  'which CockroachDB has not': table(
    '      triggers:\n        - { name: x, constraintTrigger: true, events: [after insert], execute: { name: f } }',
  ),
  'CockroachDB’s are for each row': table(
    '      triggers:\n        - { name: x, events: [after insert], forEachStatement: true, execute: { name: f } }',
  ),
  'extension is declared, which is not covered yet': `
apiVersion: schemas.schemahero.io/v1alpha4
kind: DatabaseExtension
metadata: { name: pgcrypto }
spec:
  database: shop
  cockroachdb: { name: pgcrypto }
`,
};
