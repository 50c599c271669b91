-- alter table:prices
--   change-versioning versioning: none → WITH SYSTEM VERSIONING
--   change-partitioning partitioning: none → PARTITION BY SYSTEM_TIME LIMIT 1000\n(PARTITION `past` HISTORY,\n PARTITION `now` CURRENT)
-- alter table:rates
--   change-partitioning partitioning: none → PARTITION BY SYSTEM_TIME LIMIT 1000\n(PARTITION `past` HISTORY,\n PARTITION `now` CURRENT)

-- ==== up ====
-- batch

-- 1. alter table prices: keep its history (alter table:prices)
--    ! slow, begins-history: begins the history of table prices: from then on each change of a row keeps what it was like before
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to keep its history: nobody can write to it meanwhile
ALTER TABLE `prices`
  ADD SYSTEM VERSIONING,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. partition table prices (alter table:prices)
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `prices`
PARTITION BY SYSTEM_TIME LIMIT 1000
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 3. partition table rates (alter table:rates)
--    ! blocks-writes, copies-table: copies table rates row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `rates`
PARTITION BY SYSTEM_TIME LIMIT 1000
(PARTITION `past` HISTORY,
 PARTITION `now` CURRENT);

-- ==== down ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. keep the rows of table prices together again (alter table:prices)
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `prices` REMOVE PARTITIONING;
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 2. alter table prices: keep its history no more (alter table:prices)
--    ! data-loss, drops-history: drops the history of table prices: what its rows were like before [irreversible]
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to keep its history no more: nobody can write to it meanwhile
ALTER TABLE `prices`
  DROP SYSTEM VERSIONING,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 3. keep the rows of table rates together again (alter table:rates)
--    ! blocks-writes, copies-table: copies table rates row by row into a new one, because its rows are dealt out anew: nobody can write to it meanwhile
ALTER TABLE `rates` REMOVE PARTITIONING;
