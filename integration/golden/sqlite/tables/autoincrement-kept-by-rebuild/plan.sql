-- alter table:orders
--   add-unique uniques.UNIQUE ("total"): UNIQUE ("total")

-- ==== up ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table orders (alter table:orders)
--    ! rewrite, rebuilds-table: copies table orders row by row into a new one, because a unique constraint is added
--    ! correctness, adds-unique: fails when two rows of orders have the same total
CREATE TABLE "_schema_sync_0325d58a_orders" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "total" TEXT UNIQUE
);
INSERT INTO "_schema_sync_0325d58a_orders" ("id", "total")
SELECT "id", "total"
FROM "orders";
-- must find nothing: the rebuild of orders would lose rows
SELECT (SELECT count(*) FROM "orders") AS "before", (SELECT count(*) FROM "_schema_sync_0325d58a_orders") AS "after"
WHERE (SELECT count(*) FROM "orders") <> (SELECT count(*) FROM "_schema_sync_0325d58a_orders");
DELETE FROM sqlite_sequence WHERE name = '_schema_sync_0325d58a_orders';
INSERT INTO sqlite_sequence (name, seq)
SELECT '_schema_sync_0325d58a_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE "orders";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_0325d58a_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. rebuild table orders (alter table:orders)
--    ! rewrite, rebuilds-table: copies table orders row by row into a new one, because a unique constraint is dropped
--    ! correctness, ends-guarantee: rows of orders can have the same total from then on
CREATE TABLE "_schema_sync_9c55e4ba_orders" (
  "id" INTEGER PRIMARY KEY AUTOINCREMENT,
  "total" TEXT
);
INSERT INTO "_schema_sync_9c55e4ba_orders" ("id", "total")
SELECT "id", "total"
FROM "orders";
-- must find nothing: the rebuild of orders would lose rows
SELECT (SELECT count(*) FROM "orders") AS "before", (SELECT count(*) FROM "_schema_sync_9c55e4ba_orders") AS "after"
WHERE (SELECT count(*) FROM "orders") <> (SELECT count(*) FROM "_schema_sync_9c55e4ba_orders");
DELETE FROM sqlite_sequence WHERE name = '_schema_sync_9c55e4ba_orders';
INSERT INTO sqlite_sequence (name, seq)
SELECT '_schema_sync_9c55e4ba_orders', seq FROM sqlite_sequence WHERE name = 'orders';
DROP TABLE "orders";
PRAGMA legacy_alter_table = ON;
ALTER TABLE "_schema_sync_9c55e4ba_orders" RENAME TO "orders";
PRAGMA legacy_alter_table = OFF;
