-- create index:users_by_domain
-- create table:teams
-- create table:users
-- create trigger:users_touch
-- create view:adults

-- ==== up ====
-- batch, all or nothing

-- 1. create table teams (create table:teams)
CREATE TABLE "teams" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL UNIQUE
);

-- 2. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "email" TEXT NOT NULL COLLATE NOCASE CONSTRAINT "users_email_unique" UNIQUE CHECK (email LIKE '%@%'),
  "age" INTEGER DEFAULT 0 CHECK (age >= 0),
  "team_id" INTEGER REFERENCES "teams" ("id") ON DELETE SET NULL,
  "created_at" TEXT NOT NULL DEFAULT (datetime('now')),
  "domain" TEXT GENERATED ALWAYS AS (substr(email, instr(email, '@') + 1)) VIRTUAL
);

-- 3. create index users_by_domain (create index:users_by_domain)
CREATE INDEX "users_by_domain" ON "users" ("domain")
WHERE domain <> '';

-- 4. create trigger users_touch (create trigger:users_touch)
CREATE TRIGGER "users_touch" AFTER UPDATE OF "email" ON "users" FOR EACH ROW
BEGIN
  UPDATE users SET created_at = datetime('now') WHERE id = new.id;
END;

-- 5. create view adults (create view:adults)
CREATE VIEW "adults" AS
SELECT id, email FROM users WHERE age >= 18;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table teams (drop table:teams)
--    ! data-loss, drops-table: drops table teams with all of its rows [irreversible]
DROP TABLE "teams";

-- 2. drop view adults (drop view:adults)
--    ! correctness, drops-view: drops view adults: statements that use it fail from then on
DROP VIEW "adults";

-- 3. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";
