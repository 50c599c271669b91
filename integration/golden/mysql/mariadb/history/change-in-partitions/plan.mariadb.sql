-- alter table:prices
--   add-column columns.note: `note` varchar(20) NULL DEFAULT 'x'
--   change-type columns.price.type: int(11) → bigint(20)
--   change-partitioning partitioning: PARTITION BY SYSTEM_TIME LIMIT 1000\n(PARTITION `past` HISTORY,\n PARTITION `now` CURRENT) → PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH STARTS TIMESTAMP '2026-01-01 00:00:00'\n(PARTITION `past` HISTORY,\n PARTITION `now` CURRENT)

-- ==== up ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table prices: change column price, add column note (alter table:prices)
--    ! correctness, changes-history: changes the history of table prices along with its rows: what they were like before is told in the new columns [irreversible]
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to change column price: nobody can write to it meanwhile
ALTER TABLE `prices`
  MODIFY COLUMN `price` bigint(20) NULL,
  ADD COLUMN `note` varchar(20) NULL DEFAULT 'x' AFTER `id`,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 2. partition table prices (alter table:prices)
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `prices`
PARTITION BY SYSTEM_TIME INTERVAL 1 MONTH STARTS TIMESTAMP '2026-01-01 00:00:00'
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);

-- The way down does not bring back:
--   alter table:prices: changes the history of table prices along with its rows: what they were like before is told in the new columns

-- ==== down ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table prices: drop column note, change column price (alter table:prices)
--    ! data-loss, drops-column: drops column prices.note with all of its values [irreversible]
--    ! data-loss, converts-values: changes prices.price from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, changes-history: changes the history of table prices along with its rows: what they were like before is told in the new columns [irreversible]
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to change column price: nobody can write to it meanwhile
ALTER TABLE `prices`
  DROP COLUMN `note`,
  MODIFY COLUMN `price` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 2. partition table prices (alter table:prices)
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `prices`
PARTITION BY SYSTEM_TIME LIMIT 1000
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);
