-- What test/documents/schemahero means, in SQL.
CREATE TABLE users (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  email VARCHAR(255) NOT NULL,
  name TEXT,
  created_at DATETIME DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE TABLE projects (
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL CONSTRAINT projects_owner_id_fkey REFERENCES users (id) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT 'untitled',
  stars INTEGER DEFAULT 0,
  ratio REAL DEFAULT 0.5,
  is_public BOOLEAN DEFAULT FALSE
);
CREATE TABLE members (
  project_id INTEGER,
  user_id INTEGER,
  role VARCHAR(10) DEFAULT 'member',
  PRIMARY KEY (project_id, user_id),
  CONSTRAINT members_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
  CONSTRAINT members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL
);
CREATE TABLE invitations (
  id INTEGER PRIMARY KEY,
  project_id INTEGER,
  user_id INTEGER,
  CONSTRAINT invitations_project_id_user_id_fkey FOREIGN KEY (project_id, user_id) REFERENCES members (project_id, user_id)
);
CREATE TABLE events (kind TEXT, at INTEGER, payload BLOB);
CREATE INDEX idx_events_kind_at ON events (kind, at);
CREATE INDEX idx_events_at ON events (at);
CREATE INDEX events_payload ON events (payload);
CREATE TABLE ledger (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT DEFAULT '', anything ANY) STRICT;
CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT, population INTEGER, anthem TEXT);
CREATE TABLE tags (name TEXT NOT NULL PRIMARY KEY);
CREATE TABLE taggings (
  tag TEXT CONSTRAINT taggings_tag_fkey REFERENCES tags (name),
  project_id INTEGER CONSTRAINT taggings_project_id_fkey REFERENCES projects (id) ON DELETE RESTRICT
);
CREATE TABLE settings ("key" TEXT PRIMARY KEY, value TEXT DEFAULT 'quoted');
CREATE VIEW public_projects AS SELECT id, title FROM projects WHERE is_public;
CREATE TABLE everywhere (id INTEGER PRIMARY KEY);
CREATE TABLE "order" ("group" INTEGER PRIMARY KEY, "the value" DECIMAL(10, 2) DEFAULT 10.50);
CREATE INDEX "odd ""name""" ON "order" ("the value");
CREATE TABLE jobs (id INTEGER PRIMARY KEY, state VARCHAR(20) DEFAULT NULL);
CREATE TABLE log (line TEXT, size INTEGER DEFAULT -1);
