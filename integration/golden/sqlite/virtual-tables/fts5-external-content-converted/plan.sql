-- replace sqlite/virtual-table:codes: it cannot stay while table:notes is altered
-- alter table:notes
--   change-type columns.code.type: ANY → NUMERIC
--   change-strict strict: true → false
-- left alone: table bodies_config: belongs to a virtual table
-- left alone: table bodies_data: belongs to a virtual table
-- left alone: table bodies_docsize: belongs to a virtual table
-- left alone: table bodies_idx: belongs to a virtual table
-- left alone: table codes_config: belongs to a virtual table
-- left alone: table codes_data: belongs to a virtual table
-- left alone: table codes_docsize: belongs to a virtual table
-- left alone: table codes_idx: belongs to a virtual table

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop virtual table codes (replace sqlite/virtual-table:codes)
DROP TABLE "codes";

-- 2. rebuild table notes (alter table:notes)
--    ! data-loss, converts-values: changes notes.code from ANY of a STRICT table to NUMERIC, which converts stored values: '7' and '007' become 7, 'abc' stays [irreversible]
--    ! rewrite, rebuilds-table: copies table notes row by row into a new one, because it becomes non-STRICT
CREATE TABLE "_schema_sync_3221febb_notes" (
  "id" INTEGER PRIMARY KEY,
  "code" NUMERIC,
  "body" TEXT
);
INSERT INTO "_schema_sync_3221febb_notes" ("id", "code", "body")
SELECT "id", "code", "body"
FROM "notes";
-- must find nothing: the rebuild of notes would lose rows
SELECT (SELECT count(*) FROM "notes") AS "before", (SELECT count(*) FROM "_schema_sync_3221febb_notes") AS "after"
WHERE (SELECT count(*) FROM "notes") <> (SELECT count(*) FROM "_schema_sync_3221febb_notes");
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_3221febb_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;

-- 3. create virtual table codes (replace sqlite/virtual-table:codes)
--    ! rewrite, refills-virtual-table: builds the full-text index codes again from all rows of notes
CREATE VIRTUAL TABLE "codes" USING "fts5"(code, content = 'notes', content_rowid = 'id');
INSERT INTO "codes" ("codes") VALUES ('rebuild');

-- The way down does not bring back:
--   alter table:notes: changes notes.code from ANY of a STRICT table to NUMERIC, which converts stored values: '7' and '007' become 7, 'abc' stays

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table notes (alter table:notes)
--    ! rewrite, rebuilds-table: copies table notes row by row into a new one, because it becomes STRICT
--    ! correctness, enforces-types: fails when a row of notes holds a value that does not fit the type of its column
CREATE TABLE "_schema_sync_97360f0e_notes" (
  "id" INTEGER PRIMARY KEY,
  "code" ANY,
  "body" TEXT
) STRICT;
INSERT INTO "_schema_sync_97360f0e_notes" ("id", "code", "body")
SELECT "id", "code", "body"
FROM "notes";
-- must find nothing: the rebuild of notes would lose rows
SELECT (SELECT count(*) FROM "notes") AS "before", (SELECT count(*) FROM "_schema_sync_97360f0e_notes") AS "after"
WHERE (SELECT count(*) FROM "notes") <> (SELECT count(*) FROM "_schema_sync_97360f0e_notes");
DROP TABLE "notes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_97360f0e_notes" RENAME TO "notes";
PRAGMA legacy_alter_table = OFF;
