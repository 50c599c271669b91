-- alter table:items
--   add-column columns.other: `other` vector(64) NULL
-- create table:more

-- ==== up ====
-- batch

-- 1. alter table items: add column other (alter table:items)
ALTER TABLE `items`
  ADD COLUMN `other` vector(64) NULL,
  ALGORITHM=INSTANT;
-- batch

-- 2. create table more (create table:more)
CREATE TABLE `more` (
  `id` int NOT NULL,
  `likeness` vector(2048) NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ==== down ====
-- batch

-- 1. drop table more (drop table:more)
--    ! data-loss, drops-table: drops table more with all of its rows [irreversible]
DROP TABLE `more`;
-- batch

-- 2. alter table items: drop column other (alter table:items)
--    ! data-loss, drops-column: drops column items.other with all of its values [irreversible]
ALTER TABLE `items`
  DROP COLUMN `other`,
  ALGORITHM=INSTANT;
