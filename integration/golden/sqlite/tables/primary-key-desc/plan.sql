-- alter table:events
--   change-primary-key primaryKey: PRIMARY KEY ("at", "name") → PRIMARY KEY ("at" DESC, "name")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table events (alter table:events)
--    ! rewrite, rebuilds-table: copies table events row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of events: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_694d36c8_events" (
  "at" INTEGER,
  "name" TEXT,
  PRIMARY KEY ("at" DESC, "name")
);
INSERT INTO "_schema_sync_694d36c8_events" ("rowid", "at", "name")
SELECT "rowid", "at", "name"
FROM "events";
-- must find nothing: the rebuild of events would lose rows
SELECT (SELECT count(*) FROM "events") AS "before", (SELECT count(*) FROM "_schema_sync_694d36c8_events") AS "after"
WHERE (SELECT count(*) FROM "events") <> (SELECT count(*) FROM "_schema_sync_694d36c8_events");
DROP TABLE "events";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_694d36c8_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table events (alter table:events)
--    ! rewrite, rebuilds-table: copies table events row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of events: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_47e51339_events" (
  "at" INTEGER,
  "name" TEXT,
  PRIMARY KEY ("at", "name")
);
INSERT INTO "_schema_sync_47e51339_events" ("rowid", "at", "name")
SELECT "rowid", "at", "name"
FROM "events";
-- must find nothing: the rebuild of events would lose rows
SELECT (SELECT count(*) FROM "events") AS "before", (SELECT count(*) FROM "_schema_sync_47e51339_events") AS "after"
WHERE (SELECT count(*) FROM "events") <> (SELECT count(*) FROM "_schema_sync_47e51339_events");
DROP TABLE "events";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_47e51339_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;
