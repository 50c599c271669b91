-- alter table:orders
--   change-type columns.placed.type: date → datetime

-- ==== up ====
-- batch

-- 1. alter table orders: change column placed (alter table:orders)
--    ! data-loss, converts-values: changes orders.placed from date to datetime: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table orders row by row into a new one, because there is no other way to change column placed: nobody can write to it meanwhile
ALTER TABLE `orders`
  MODIFY COLUMN `placed` datetime NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:orders: changes orders.placed from date to datetime: values that do not fit make it fail, and others may be rounded or read differently

-- ==== down ====
-- batch

-- 1. alter table orders: change column placed (alter table:orders)
--    ! data-loss, converts-values: changes orders.placed from datetime to date: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table orders row by row into a new one, because there is no other way to change column placed: nobody can write to it meanwhile
ALTER TABLE `orders`
  MODIFY COLUMN `placed` date NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
