-- alter table:orders
--   change-primary-key primaryKey: PRIMARY KEY ("id") AUTOINCREMENT → PRIMARY KEY ("id")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table orders (alter table:orders)
--    ! rewrite, rebuilds-table: copies table orders row by row into a new one, because its primary key changes
--    ! correctness, loses-counter: drops AUTOINCREMENT from orders: keys of rows that were deleted can be given again [irreversible]
CREATE TABLE "_schema_sync_7a0a99c1_orders" (
  "id" INTEGER PRIMARY KEY,
  "total" REAL
);
INSERT INTO "_schema_sync_7a0a99c1_orders" ("id", "total")
SELECT "id", "total"
FROM "orders";
-- must find nothing: the rebuild of orders would lose rows
SELECT (SELECT count(*) FROM "orders") AS "before", (SELECT count(*) FROM "_schema_sync_7a0a99c1_orders") AS "after"
WHERE (SELECT count(*) FROM "orders") <> (SELECT count(*) FROM "_schema_sync_7a0a99c1_orders");
DROP TABLE "orders";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_7a0a99c1_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;

-- The way down does not bring back:
--   alter table:orders: drops AUTOINCREMENT from orders: keys of rows that were deleted can be given again

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table orders (alter table:orders)
--    ! rewrite, rebuilds-table: copies table orders row by row into a new one, because its primary key changes
CREATE TABLE "_schema_sync_4e8bb36d_orders" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "total" REAL
);
INSERT INTO "_schema_sync_4e8bb36d_orders" ("id", "total")
SELECT "id", "total"
FROM "orders";
-- must find nothing: the rebuild of orders would lose rows
SELECT (SELECT count(*) FROM "orders") AS "before", (SELECT count(*) FROM "_schema_sync_4e8bb36d_orders") AS "after"
WHERE (SELECT count(*) FROM "orders") <> (SELECT count(*) FROM "_schema_sync_4e8bb36d_orders");
DROP TABLE "orders";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_4e8bb36d_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;
