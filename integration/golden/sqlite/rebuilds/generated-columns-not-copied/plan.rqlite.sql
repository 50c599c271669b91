-- alter table:boxes
--   change-not-null columns.w.not-null: NULL → NOT NULL
--   change-default columns.w.default: none → 1
--   add-check checks.CHECK (h > 0): CHECK (h > 0)

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table boxes (alter table:boxes)
--    ! data-loss, fills-nulls: sets boxes.w to 1 where it is NULL [irreversible]
--    ! rewrite, rebuilds-table: copies table boxes row by row into a new one, because a check is added
--    ! correctness, adds-check: fails when a row of boxes does not satisfy h > 0
CREATE TABLE "_schema_sync_6f0a7589_boxes" (
  "w" REAL NOT NULL DEFAULT 1,
  "h" REAL CHECK (h > 0),
  "area" REAL GENERATED ALWAYS AS (w * h) STORED,
  "shown" TEXT GENERATED ALWAYS AS ('area ' || area) VIRTUAL
);
INSERT INTO "_schema_sync_6f0a7589_boxes" ("rowid", "w", "h")
SELECT "rowid", coalesce("w", 1), "h"
FROM "boxes";
-- must find nothing: the rebuild of boxes would lose rows
SELECT (SELECT count(*) FROM "boxes") AS "before", (SELECT count(*) FROM "_schema_sync_6f0a7589_boxes") AS "after"
WHERE (SELECT count(*) FROM "boxes") <> (SELECT count(*) FROM "_schema_sync_6f0a7589_boxes");
DROP TABLE "boxes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_6f0a7589_boxes" RENAME TO "boxes";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:boxes: sets boxes.w to 1 where it is NULL

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table boxes (alter table:boxes)
--    ! rewrite, rebuilds-table: copies table boxes row by row into a new one, because a check is dropped
--    ! correctness, ends-guarantee: rows of boxes need not satisfy h > 0 from then on
--    ! correctness, ends-guarantee: rows of boxes can have no w from then on
CREATE TABLE "_schema_sync_43a5850d_boxes" (
  "w" REAL,
  "h" REAL,
  "area" REAL GENERATED ALWAYS AS (w * h) STORED,
  "shown" TEXT GENERATED ALWAYS AS ('area ' || area) VIRTUAL
);
INSERT INTO "_schema_sync_43a5850d_boxes" ("rowid", "w", "h")
SELECT "rowid", "w", "h"
FROM "boxes";
-- must find nothing: the rebuild of boxes would lose rows
SELECT (SELECT count(*) FROM "boxes") AS "before", (SELECT count(*) FROM "_schema_sync_43a5850d_boxes") AS "after"
WHERE (SELECT count(*) FROM "boxes") <> (SELECT count(*) FROM "_schema_sync_43a5850d_boxes");
DROP TABLE "boxes";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_43a5850d_boxes" RENAME TO "boxes";
PRAGMA legacy_alter_table = OFF;
