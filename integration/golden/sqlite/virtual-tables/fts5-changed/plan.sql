-- alter sqlite/virtual-table:notes
--   add-argument arguments.tokenize = 'porter': tokenize = 'porter'
-- left alone: table notes_config: belongs to a virtual table
-- left alone: table notes_content: belongs to a virtual table
-- left alone: table notes_data: belongs to a virtual table
-- left alone: table notes_docsize: belongs to a virtual table
-- left alone: table notes_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing

-- 1. rebuild virtual table notes (alter sqlite/virtual-table:notes)
--    ! rewrite, rebuilds-virtual-table: copies virtual table notes (fts5) row by row into a new one
CREATE VIRTUAL TABLE "_schema_sync_ba3a4de0_notes" USING "fts5"(title, body, tokenize = 'porter');
INSERT INTO "_schema_sync_ba3a4de0_notes" ("_schema_sync_ba3a4de0_notes", "rank")
SELECT "k", "v"
FROM "notes_config"
WHERE "k" <> 'version';
INSERT INTO "_schema_sync_ba3a4de0_notes" ("rowid", "title", "body")
SELECT "rowid", "title", "body"
FROM "notes";
-- must find nothing: the rebuild of notes would lose rows
SELECT (SELECT count(*) FROM "notes") AS "before", (SELECT count(*) FROM "_schema_sync_ba3a4de0_notes") AS "after"
WHERE (SELECT count(*) FROM "notes") <> (SELECT count(*) FROM "_schema_sync_ba3a4de0_notes");
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_ba3a4de0_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing

-- 1. rebuild virtual table notes (alter sqlite/virtual-table:notes)
--    ! rewrite, rebuilds-virtual-table: copies virtual table notes (fts5) row by row into a new one
CREATE VIRTUAL TABLE "_schema_sync_362c0a5a_notes" USING "fts5"(title, body);
INSERT INTO "_schema_sync_362c0a5a_notes" ("_schema_sync_362c0a5a_notes", "rank")
SELECT "k", "v"
FROM "notes_config"
WHERE "k" <> 'version';
INSERT INTO "_schema_sync_362c0a5a_notes" ("rowid", "title", "body")
SELECT "rowid", "title", "body"
FROM "notes";
-- must find nothing: the rebuild of notes would lose rows
SELECT (SELECT count(*) FROM "notes") AS "before", (SELECT count(*) FROM "_schema_sync_362c0a5a_notes") AS "after"
WHERE (SELECT count(*) FROM "notes") <> (SELECT count(*) FROM "_schema_sync_362c0a5a_notes");
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_362c0a5a_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;
