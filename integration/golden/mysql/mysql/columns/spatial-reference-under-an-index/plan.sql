-- alter table:places
--   change-srid columns.comes.srid: 0 → none
--   change-srid columns.goes.srid: none → 0
--   change-srid columns.renamed.srid: none → 0
--   change-srid columns.stays.srid: 0 → none
--   drop-index indexes.goes: SPATIAL KEY `goes` (`goes`)
--   drop-index indexes.one: SPATIAL KEY `one` (`renamed`)
--   add-index indexes.comes: SPATIAL KEY `comes` (`comes`)
--   add-index indexes.other: SPATIAL KEY `other` (`renamed`)

-- ==== up ====
-- batch

-- 1. alter table places: drop index goes, drop index one, drop index stays (alter table:places)
ALTER TABLE `places`
  DROP INDEX `goes`,
  DROP INDEX `one`,
  DROP INDEX `stays`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table places: change column stays, change column comes, change column goes, change column renamed, add index comes, add index other, add index stays (alter table:places)
--    ! blocks-writes, copies-table: copies table places row by row into a new one, because there is no other way to change column stays: nobody can write to it meanwhile
ALTER TABLE `places`
  MODIFY COLUMN `stays` point NOT NULL,
  MODIFY COLUMN `comes` point NOT NULL,
  MODIFY COLUMN `goes` point NOT NULL SRID 0,
  MODIFY COLUMN `renamed` point NOT NULL SRID 0,
  ADD SPATIAL KEY `comes` (`comes`),
  ADD SPATIAL KEY `other` (`renamed`),
  ADD SPATIAL KEY `stays` (`stays`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table places: drop index comes, drop index other, drop index stays (alter table:places)
ALTER TABLE `places`
  DROP INDEX `comes`,
  DROP INDEX `other`,
  DROP INDEX `stays`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table places: change column stays, change column comes, change column goes, change column renamed, add index goes, add index one, add index stays (alter table:places)
--    ! blocks-writes, copies-table: copies table places row by row into a new one, because there is no other way to change column stays: nobody can write to it meanwhile
ALTER TABLE `places`
  MODIFY COLUMN `stays` point NOT NULL SRID 0,
  MODIFY COLUMN `comes` point NOT NULL SRID 0,
  MODIFY COLUMN `goes` point NOT NULL,
  MODIFY COLUMN `renamed` point NOT NULL,
  ADD SPATIAL KEY `goes` (`goes`),
  ADD SPATIAL KEY `one` (`renamed`),
  ADD SPATIAL KEY `stays` (`stays`),
  ALGORITHM=COPY,
  LOCK=SHARED;
