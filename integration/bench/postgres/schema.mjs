/**
 * A schema of many tables as applications have them: twelve columns, a key of an identity, two indexes, a foreign key, two checks, a view for each ten tables and a
 * trigger function for each hundred.
 */
export function schemaOf(tables) {
  const statements = ["CREATE TYPE state AS ENUM ('new', 'active', 'gone')"];
  for (let i = 0; i < tables; i++) {
    if (i % 100 === 0) statements.push(functionOf(i));
    const parent = i % 100 === 0 ? '' : ` REFERENCES table_${i - 1} (id) ON DELETE CASCADE`;
    statements.push(`CREATE TABLE table_${i} (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  parent_id bigint${parent},
  name text NOT NULL,
  email character varying(200),
  status state NOT NULL DEFAULT 'new',
  amount numeric(12,2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
  rate double precision CHECK (rate BETWEEN 0 AND 1),
  payload jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz,
  lower_name text GENERATED ALWAYS AS (lower(name)) STORED,
  note text
)`);
    statements.push(`CREATE INDEX table_${i}_parent ON table_${i} (parent_id)`);
    statements.push(`CREATE UNIQUE INDEX table_${i}_name ON table_${i} (name, status) WHERE status <> 'gone'`);
    if (i % 10 === 0) {
      statements.push(`CREATE VIEW view_${i} AS SELECT id, name, amount FROM table_${i} WHERE status <> 'gone'`);
      statements.push(
        `CREATE TRIGGER touch BEFORE UPDATE ON table_${i} FOR EACH ROW EXECUTE FUNCTION touch_${i - (i % 100)}()`,
      );
    }
  }
  return statements;
}

function functionOf(i) {
  return `CREATE FUNCTION touch_${i}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at := now(); RETURN NEW; END'`;
}

/** What makes a schema another one in a hundredth of its tables. */
export function widenings(tables) {
  return Array.from(
    { length: Math.ceil(tables / 100) },
    (_, i) => `ALTER TABLE table_${i} ADD COLUMN added_column text`,
  );
}
