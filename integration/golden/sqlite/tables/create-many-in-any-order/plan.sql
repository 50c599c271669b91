-- create index:orders_by_user
-- create table:orders
-- create table:users
-- create view:order_totals

-- ==== up ====
-- batch, all or nothing

-- 1. create table orders (create table:orders)
CREATE TABLE "orders" (
  "id" INTEGER PRIMARY KEY,
  "user_id" INTEGER NOT NULL REFERENCES "users" ("id")
);

-- 2. create index orders_by_user (create index:orders_by_user)
CREATE INDEX "orders_by_user" ON "orders" ("user_id");

-- 3. create table users (create table:users)
CREATE TABLE "users" (
  "id" INTEGER PRIMARY KEY
);

-- 4. create view order_totals (create view:order_totals)
CREATE VIEW "order_totals" AS
SELECT user_id, count(*) AS orders FROM orders GROUP BY user_id;

-- ==== down ====
-- batch, all or nothing, sqlite/foreign_keys = "off"

-- 1. drop table users (drop table:users)
--    ! data-loss, drops-table: drops table users with all of its rows [irreversible]
DROP TABLE "users";

-- 2. drop view order_totals (drop view:order_totals)
--    ! correctness, drops-view: drops view order_totals: statements that use it fail from then on
DROP VIEW "order_totals";

-- 3. drop table orders (drop table:orders)
--    ! data-loss, drops-table: drops table orders with all of its rows [irreversible]
DROP TABLE "orders";
