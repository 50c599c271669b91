-- rename table:users from table:people
-- alter table:users
--   rename-column columns.email: mail → email
--   add-unique uniques.UNIQUE ("email"): UNIQUE ("email")
-- replace view:a: SQLite cannot alter a view
-- replace view:b: SQLite cannot alter a view

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop view b (replace view:b)
DROP VIEW "b";

-- 2. drop view a (replace view:a)
DROP VIEW "a";

-- 3. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: renames table people to users: statements that use the old name fail from then on
ALTER TABLE "people" RENAME TO "users";

-- 4. rebuild table users (alter table:users)
--    ! rewrite, rebuilds-table: copies table users row by row into a new one, because a unique constraint is added
--    ! correctness, breaks-clients: renames column users.mail to email: statements that use the old name fail from then on
--    ! correctness, adds-unique: fails when two rows of users have the same email
ALTER TABLE "users" RENAME COLUMN "mail" TO email;
CREATE TABLE "_schema_sync_e107e466_users" (
  "id" INTEGER PRIMARY KEY,
  "email" TEXT UNIQUE
);
INSERT INTO "_schema_sync_e107e466_users" ("id", "email")
SELECT "id", "email"
FROM "users";
-- must find nothing: the rebuild of users would lose rows
SELECT (SELECT count(*) FROM "users") AS "before", (SELECT count(*) FROM "_schema_sync_e107e466_users") AS "after"
WHERE (SELECT count(*) FROM "users") <> (SELECT count(*) FROM "_schema_sync_e107e466_users");
DROP TABLE "users";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_e107e466_users" RENAME TO "users";
PRAGMA legacy_alter_table = OFF;

-- 5. create view a (replace view:a)
CREATE VIEW "a" AS
SELECT id, email FROM users;

-- 6. create view b (replace view:b)
CREATE VIEW "b" AS
SELECT email FROM a;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop view b (replace view:b)
DROP VIEW "b";

-- 2. drop view a (replace view:a)
DROP VIEW "a";

-- 3. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: renames table users to people: statements that use the old name fail from then on
ALTER TABLE "users" RENAME TO "people";

-- 4. rebuild table people (alter table:people)
--    ! rewrite, rebuilds-table: copies table people row by row into a new one, because a unique constraint is dropped
--    ! correctness, breaks-clients: renames column people.email to mail: statements that use the old name fail from then on
--    ! correctness, ends-guarantee: rows of people can have the same mail from then on
ALTER TABLE "people" RENAME COLUMN "email" TO mail;
CREATE TABLE "_schema_sync_25fb8eec_people" (
  "id" INTEGER PRIMARY KEY,
  "mail" TEXT
);
INSERT INTO "_schema_sync_25fb8eec_people" ("id", "mail")
SELECT "id", "mail"
FROM "people";
-- must find nothing: the rebuild of people would lose rows
SELECT (SELECT count(*) FROM "people") AS "before", (SELECT count(*) FROM "_schema_sync_25fb8eec_people") AS "after"
WHERE (SELECT count(*) FROM "people") <> (SELECT count(*) FROM "_schema_sync_25fb8eec_people");
DROP TABLE "people";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_25fb8eec_people" RENAME TO "people";
PRAGMA legacy_alter_table = OFF;

-- 5. create view a (replace view:a)
CREATE VIEW "a" AS
SELECT id, mail FROM people;

-- 6. create view b (replace view:b)
CREATE VIEW "b" AS
SELECT mail FROM a;
