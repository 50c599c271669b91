/**
 * A schema of many tables as applications have them: twelve columns, a key, two indexes, a foreign key, a view for each ten tables. The salt makes texts that
 * nobody has read before.
 */
export function schemaOf(tables, salt = 'salt-0') {
  const statements = [];
  for (let i = 0; i < tables; i++) {
    const parent = i % 100 === 0 ? '' : ` REFERENCES table_${i - 1} (id) ON DELETE CASCADE`;
    statements.push(`CREATE TABLE table_${i} (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER${parent},
  name TEXT NOT NULL,
  email TEXT COLLATE NOCASE,
  status TEXT NOT NULL DEFAULT '${salt}' CHECK (status IN ('${salt}', 'active', 'gone')),
  amount NUMERIC NOT NULL DEFAULT 0 CHECK (amount >= 0),
  rate REAL,
  payload BLOB,
  created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at TEXT,
  lower_name TEXT GENERATED ALWAYS AS (lower(name)) VIRTUAL,
  note TEXT
)`);
    statements.push(`CREATE INDEX table_${i}_parent ON table_${i} (parent_id)`);
    statements.push(`CREATE UNIQUE INDEX table_${i}_name ON table_${i} (name, status) WHERE status <> '${salt}'`);
    if (i % 10 === 0) {
      statements.push(`CREATE VIEW view_${i} AS SELECT id, name, amount FROM table_${i} WHERE status <> '${salt}'`);
    }
  }
  return statements;
}
