-- alter table:tickets
--   add-foreign-key foreign-keys.FOREIGN KEY ("row", "place") REFERENCES "seats" ("row", "place") ON DELETE CASCADE: FOREIGN KEY ("row", "place") REFERENCES "seats" ("row", "place") ON DELETE CASCADE

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table tickets (alter table:tickets)
--    ! rewrite, rebuilds-table: copies table tickets row by row into a new one, because a foreign key is added
--    ! correctness, adds-foreign-key: fails when a row of tickets refers to no row of seats
CREATE TABLE "_schema_sync_73778064_tickets" (
  "id" INTEGER PRIMARY KEY,
  "row" INTEGER,
  "place" INTEGER,
  FOREIGN KEY ("row", "place") REFERENCES "seats" ("row", "place") ON DELETE CASCADE
);
INSERT INTO "_schema_sync_73778064_tickets" ("id", "row", "place")
SELECT "id", "row", "place"
FROM "tickets";
-- must find nothing: the rebuild of tickets would lose rows
SELECT (SELECT count(*) FROM "tickets") AS "before", (SELECT count(*) FROM "_schema_sync_73778064_tickets") AS "after"
WHERE (SELECT count(*) FROM "tickets") <> (SELECT count(*) FROM "_schema_sync_73778064_tickets");
DROP TABLE "tickets";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_73778064_tickets" RENAME TO "tickets";
PRAGMA legacy_alter_table = OFF;
-- must find nothing: rows would refer to nothing after the rebuild of tickets
SELECT "table", "rowid", lower("parent") AS "parent", count(*) AS "rows" FROM pragma_foreign_key_check('tickets') GROUP BY 1, 2, 3
LIMIT 20;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table tickets (alter table:tickets)
--    ! rewrite, rebuilds-table: copies table tickets row by row into a new one, because a foreign key is dropped
--    ! correctness, ends-guarantee: rows of tickets can hold row, place that no row of seats has from then on
CREATE TABLE "_schema_sync_4a6defb2_tickets" (
  "id" INTEGER PRIMARY KEY,
  "row" INTEGER,
  "place" INTEGER
);
INSERT INTO "_schema_sync_4a6defb2_tickets" ("id", "row", "place")
SELECT "id", "row", "place"
FROM "tickets";
-- must find nothing: the rebuild of tickets would lose rows
SELECT (SELECT count(*) FROM "tickets") AS "before", (SELECT count(*) FROM "_schema_sync_4a6defb2_tickets") AS "after"
WHERE (SELECT count(*) FROM "tickets") <> (SELECT count(*) FROM "_schema_sync_4a6defb2_tickets");
DROP TABLE "tickets";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4a6defb2_tickets" RENAME TO "tickets";
PRAGMA legacy_alter_table = OFF;
