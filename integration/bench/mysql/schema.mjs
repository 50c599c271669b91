/**
 * A schema of many tables as applications have them: twelve columns, a key that counts, two indexes, a foreign key, two checks, a view and a trigger for each ten tables.
 */
export function schemaOf(tables) {
  return Array.from({ length: tables }, (_, i) => statementsOf(i)).flat();
}

function statementsOf(i) {
  const parent =
    i % 100 === 0
      ? ''
      : `,\n  CONSTRAINT table_${i}_parent FOREIGN KEY (parent_id) REFERENCES table_${i - 1} (id) ON DELETE CASCADE`;
  const table = `CREATE TABLE table_${i} (
  id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
  parent_id bigint,
  name varchar(100) NOT NULL,
  email varchar(200),
  status enum('new', 'active', 'gone') NOT NULL DEFAULT 'new',
  amount decimal(12,2) NOT NULL DEFAULT 0,
  rate double,
  payload json,
  created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at datetime(6),
  lower_name varchar(100) AS (lower(name)) VIRTUAL,
  note text,
  KEY by_parent (parent_id),
  UNIQUE KEY by_name (name, status),
  CONSTRAINT table_${i}_amount CHECK (amount >= 0),
  CONSTRAINT table_${i}_rate CHECK (rate BETWEEN 0 AND 1)${parent}
)`;
  if (i % 10 !== 0) return [table];
  return [
    table,
    `CREATE VIEW view_${i} AS SELECT id, name, amount FROM table_${i} WHERE status <> 'gone'`,
    `CREATE TRIGGER touch_${i} BEFORE UPDATE ON table_${i} FOR EACH ROW SET NEW.updated_at = now(6)`,
  ];
}

/** What makes a schema another one in a hundredth of its tables. */
export function widenings(tables) {
  return Array.from(
    { length: Math.ceil(tables / 100) },
    (_, i) => `ALTER TABLE table_${i} ADD COLUMN added_column varchar(20)`,
  );
}
