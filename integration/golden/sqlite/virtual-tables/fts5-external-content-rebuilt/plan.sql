-- alter table:notes
--   add-unique uniques.UNIQUE ("title"): UNIQUE ("title")
-- replace trigger:notes_added: it cannot stay while table:notes is altered
-- left alone: table notes_search_config: belongs to a virtual table
-- left alone: table notes_search_data: belongs to a virtual table
-- left alone: table notes_search_docsize: belongs to a virtual table
-- left alone: table notes_search_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger notes_added (replace trigger:notes_added)
DROP TRIGGER "notes_added";

-- 2. rebuild table notes (alter table:notes)
--    ! rewrite, rebuilds-table: copies table notes row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of notes have the same title
CREATE TABLE "_schema_sync_8c0f477a_notes" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT UNIQUE,
  "body" TEXT
);
INSERT INTO "_schema_sync_8c0f477a_notes" ("id", "title", "body")
SELECT "id", "title", "body"
FROM "notes";
-- must find nothing: the rebuild of notes would lose rows
SELECT (SELECT count(*) FROM "notes") AS "before", (SELECT count(*) FROM "_schema_sync_8c0f477a_notes") AS "after"
WHERE (SELECT count(*) FROM "notes") <> (SELECT count(*) FROM "_schema_sync_8c0f477a_notes");
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_8c0f477a_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;

-- 3. create trigger notes_added (replace trigger:notes_added)
CREATE TRIGGER "notes_added" AFTER INSERT ON "notes" FOR EACH ROW
BEGIN
  INSERT INTO notes_search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop trigger notes_added (replace trigger:notes_added)
DROP TRIGGER "notes_added";

-- 2. rebuild table notes (alter table:notes)
--    ! rewrite, rebuilds-table: copies table notes row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of notes can have the same title from then on
CREATE TABLE "_schema_sync_5b28c8ec_notes" (
  "id" INTEGER PRIMARY KEY,
  "title" TEXT,
  "body" TEXT
);
INSERT INTO "_schema_sync_5b28c8ec_notes" ("id", "title", "body")
SELECT "id", "title", "body"
FROM "notes";
-- must find nothing: the rebuild of notes would lose rows
SELECT (SELECT count(*) FROM "notes") AS "before", (SELECT count(*) FROM "_schema_sync_5b28c8ec_notes") AS "after"
WHERE (SELECT count(*) FROM "notes") <> (SELECT count(*) FROM "_schema_sync_5b28c8ec_notes");
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_5b28c8ec_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;

-- 3. create trigger notes_added (replace trigger:notes_added)
CREATE TRIGGER "notes_added" AFTER INSERT ON "notes" FOR EACH ROW
BEGIN
  INSERT INTO notes_search (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
