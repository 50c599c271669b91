-- alter table:prices
--   change-versioning versioning: none → WITH SYSTEM VERSIONING
-- alter table:rates
--   add-column columns.since: `since` timestamp(6) GENERATED ALWAYS AS ROW START
--   add-column columns.until: `until` timestamp(6) GENERATED ALWAYS AS ROW END
--   change-versioning versioning: none → PERIOD FOR SYSTEM_TIME (`since`, `until`) WITH SYSTEM VERSIONING

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

-- 2. alter table rates: add column since, add column until, keep its history (alter table:rates)
--    ! slow, begins-history: begins the history of table rates: from then on each change of a row keeps what it was like before
--    ! blocks-writes, copies-table: copies table rates row by row into a new one, because there is no other way to add column since: nobody can write to it meanwhile
ALTER TABLE `rates`
  ADD COLUMN `since` timestamp(6) GENERATED ALWAYS AS ROW START,
  ADD COLUMN `until` timestamp(6) GENERATED ALWAYS AS ROW END,
  ADD PERIOD FOR SYSTEM_TIME (`since`, `until`),
  ADD SYSTEM VERSIONING,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 1. alter table prices: keep its history no more (alter table:prices)
--    ! data-loss, drops-history: drops the history of table prices: what its rows were like before [irreversible]
--    ! blocks-writes, copies-table: copies table prices row by row into a new one, because there is no other way to keep its history no more: nobody can write to it meanwhile
ALTER TABLE `prices`
  DROP SYSTEM VERSIONING,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch, mysql/system_versioning_alter_history = "KEEP"

-- 2. alter table rates: drop column since, drop column until, keep its history no more (alter table:rates)
--    ! data-loss, drops-history: drops the history of table rates: what its rows were like before [irreversible]
--    ! blocks-writes, copies-table: copies table rates row by row into a new one, because there is no other way to keep its history no more: nobody can write to it meanwhile
ALTER TABLE `rates`
  DROP COLUMN `since`,
  DROP COLUMN `until`,
  DROP PERIOD FOR SYSTEM_TIME,
  DROP SYSTEM VERSIONING,
  ALGORITHM=COPY,
  LOCK=SHARED;
