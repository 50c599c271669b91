-- alter table:orders
--   change-type columns.id.type: int → bigint

-- ==== up ====
-- batch

-- 1. alter table orders: change column id (alter table:orders)
--    ! blocks-writes, copies-table: copies table orders row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `orders`
  MODIFY COLUMN `id` bigint NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table orders: change column id (alter table:orders)
--    ! data-loss, converts-values: changes orders.id from bigint to int: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table orders row by row into a new one, because there is no other way to change column id: nobody can write to it meanwhile
ALTER TABLE `orders`
  MODIFY COLUMN `id` int NOT NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
