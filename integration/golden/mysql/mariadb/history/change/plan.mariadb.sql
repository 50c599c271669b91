-- alter table:prices
--   drop-column columns.gone: `gone` int(11) NULL
--   add-column columns.note: `note` varchar(20) NULL DEFAULT 'x'
--   change-type columns.price.type: int(11) → bigint(20)
--   change-history columns.seen.unversioned: none → true
--   add-index indexes.price: KEY `price` (`price`)

-- ==== up ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table prices: drop column gone, change column price, change column seen, add column note, add index price (alter table:prices)
--    ! data-loss, drops-column: drops column prices.gone with all of its values [irreversible]
--    ! correctness, changes-history: changes the history of table prices along with its rows: what they were like before is told in the new columns [irreversible]
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to change column price: nobody can write to it meanwhile
ALTER TABLE `prices`
  DROP COLUMN `gone`,
  MODIFY COLUMN `price` bigint(20) NULL,
  MODIFY COLUMN `seen` int(11) NULL WITHOUT SYSTEM VERSIONING,
  ADD COLUMN `note` varchar(20) NULL DEFAULT 'x',
  ADD KEY `price` (`price`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:prices: drops column prices.gone with all of its values
--   alter table:prices: changes the history of table prices along with its rows: what they were like before is told in the new columns

-- ==== down ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table prices: drop index price, drop column note, change column price, change column seen, add column gone (alter table:prices)
--    ! data-loss, drops-column: drops column prices.note with all of its values [irreversible]
--    ! data-loss, converts-values: changes prices.price from bigint(20) to int(11): values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! correctness, changes-history: changes the history of table prices along with its rows: what they were like before is told in the new columns [irreversible]
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to change column price: nobody can write to it meanwhile
ALTER TABLE `prices`
  DROP INDEX `price`,
  DROP COLUMN `note`,
  MODIFY COLUMN `price` int(11) NULL,
  MODIFY COLUMN `seen` int(11) NULL,
  ADD COLUMN `gone` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
