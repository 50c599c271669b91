-- alter table:orders
--   drop-column columns.paid: `paid` datetime(3) NOT NULL
--   drop-column columns.placed: `placed` date NOT NULL

-- ==== up ====
-- batch

-- 1. alter table orders: drop column paid, drop column placed (alter table:orders)
--    ! data-loss, drops-column: drops column orders.paid with all of its values [irreversible]
--    ! data-loss, drops-column: drops column orders.placed with all of its values [irreversible]
ALTER TABLE `orders`
  DROP COLUMN `paid`,
  DROP COLUMN `placed`,
  ALGORITHM=INSTANT;

-- The way down does not bring back:
--   alter table:orders: drops column orders.paid with all of its values
--   alter table:orders: drops column orders.placed with all of its values

-- ==== down ====
-- batch

-- 1. alter table orders: add column placed, add column paid (alter table:orders)
--    ! correctness, adds-required-column: adds orders.placed, NOT NULL without a default: rows that are there get the server’s own for its type, such as 0 or an empty text
--    ! correctness, adds-required-column: adds orders.paid, NOT NULL without a default: rows that are there get the server’s own for its type, such as 0 or an empty text
ALTER TABLE `orders`
  ADD COLUMN `placed` date NOT NULL AFTER `id`,
  ADD COLUMN `paid` datetime(3) NOT NULL AFTER `placed`,
  ALGORITHM=INSTANT;
