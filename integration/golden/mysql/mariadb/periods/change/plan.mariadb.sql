-- alter table:stays
--   rename-column columns.starts: since → starts
--   add-column columns.note: `note` varchar(20) NULL DEFAULT 'x'
--   add-index indexes.by_note: KEY `by_note` (`note`)
--   change-index indexes.PRIMARY: PRIMARY KEY (`room`, `stay` WITHOUT OVERLAPS) → PRIMARY KEY (`room`, `charged` WITHOUT OVERLAPS)
--   change-period period: PERIOD FOR `stay` (`starts`, `until`) → PERIOD FOR `charged` (`starts`, `paid`)

-- ==== up ====
-- batch

-- 1. alter table stays: rename column since to starts, add column note, replace the primary key, add index by_note, replace period charged (alter table:stays)
--    ! correctness, breaks-clients: clients that use column stays.since fail once it is called starts
--    ! correctness, checks-rows: fails when rows of stays do not satisfy a primary key (room, charged without overlaps), which is unique
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to rename column since to starts: nobody can write to it meanwhile
ALTER TABLE `stays`
  DROP PERIOD FOR `stay`,
  RENAME COLUMN `since` TO `starts`,
  ADD COLUMN `note` varchar(20) NULL DEFAULT 'x',
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`room`, `charged` WITHOUT OVERLAPS),
  ADD KEY `by_note` (`note`),
  ADD PERIOD FOR `charged` (`starts`, `paid`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table stays: drop index by_note, drop column note, rename column starts to since, replace the primary key, replace period stay (alter table:stays)
--    ! data-loss, drops-column: drops column stays.note with all of its values [irreversible]
--    ! correctness, breaks-clients: clients that use column stays.starts fail once it is called since
--    ! correctness, checks-rows: fails when rows of stays do not satisfy a primary key (room, stay without overlaps), which is unique
--    ! blocks-writes, copies-table: copies table stays row by row into a new one, because there is no other way to drop index by_note: nobody can write to it meanwhile
ALTER TABLE `stays`
  DROP INDEX `by_note`,
  DROP PERIOD FOR `charged`,
  DROP COLUMN `note`,
  RENAME COLUMN `starts` TO `since`,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`room`, `stay` WITHOUT OVERLAPS),
  ADD PERIOD FOR `stay` (`since`, `until`),
  ALGORITHM=COPY,
  LOCK=SHARED;
