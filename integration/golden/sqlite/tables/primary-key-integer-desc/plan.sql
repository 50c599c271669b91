-- alter table:events
--   change-primary-key primaryKey: PRIMARY KEY ("id") → PRIMARY KEY ("id" DESC)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table events (alter table:events)
--    ! rewrite, rebuilds-table: copies table events row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: changes the primary key of events: fails when rows have equal or missing keys
CREATE TABLE "_schema_sync_389db77f_events" (
  "id" INTEGER PRIMARY KEY DESC,
  "name" TEXT
);
INSERT INTO "_schema_sync_389db77f_events" ("rowid", "id", "name")
SELECT "id", "id", "name"
FROM "events";
-- must find nothing: the rebuild of events would lose rows
SELECT (SELECT count(*) FROM "events") AS "before", (SELECT count(*) FROM "_schema_sync_389db77f_events") AS "after"
WHERE (SELECT count(*) FROM "events") <> (SELECT count(*) FROM "_schema_sync_389db77f_events");
DROP TABLE "events";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_389db77f_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table events (alter table:events)
--    ! rewrite, rebuilds-table: copies table events row by row into a new one, because its primary key changes
--    ! correctness, changes-primary-key: makes events.id the rowid: fails when rows have equal keys, or keys that are no whole numbers
--    ! data-loss, fills-nulls: sets events.id to the next rowid where it is NULL [irreversible]
CREATE TABLE "_schema_sync_fd76ae92_events" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT
);
INSERT INTO "_schema_sync_fd76ae92_events" ("id", "name")
SELECT "id", "name"
FROM "events";
-- must find nothing: the rebuild of events would lose rows
SELECT (SELECT count(*) FROM "events") AS "before", (SELECT count(*) FROM "_schema_sync_fd76ae92_events") AS "after"
WHERE (SELECT count(*) FROM "events") <> (SELECT count(*) FROM "_schema_sync_fd76ae92_events");
DROP TABLE "events";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_fd76ae92_events" RENAME TO "events";
PRAGMA legacy_alter_table = OFF;
