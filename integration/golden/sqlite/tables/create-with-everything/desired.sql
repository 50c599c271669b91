CREATE TABLE teams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email TEXT NOT NULL COLLATE NOCASE,
  age INTEGER DEFAULT 0 CHECK (age >= 0),
  team_id INTEGER REFERENCES teams (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL DEFAULT (datetime('now')),
  domain TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL,
  CONSTRAINT users_email_unique UNIQUE (email),
  CHECK (email LIKE '%@%')
);
CREATE INDEX users_by_domain ON users (domain) WHERE domain <> '';
CREATE VIEW adults AS SELECT id, email FROM users WHERE age >= 18;
CREATE TRIGGER users_touch AFTER UPDATE OF email ON users BEGIN
  UPDATE users SET created_at = datetime('now') WHERE id = new.id;
END;
