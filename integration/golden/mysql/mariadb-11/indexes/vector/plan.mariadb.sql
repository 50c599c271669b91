-- alter table:notes
--   change-index indexes.near: VECTOR KEY `near` (`place`) `distance`=cosine `m`=6 → VECTOR KEY `near` (`place`) `m`=8
-- create table:others

-- ==== up ====
-- batch

-- 1. alter table notes: replace index near (alter table:notes)
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to replace index near: nobody can write to it meanwhile
ALTER TABLE `notes`
  DROP INDEX `near`,
  ADD VECTOR KEY `near` (`place`) `m`=8,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. create table others (create table:others)
CREATE TABLE `others` (
  `id` int(11) NOT NULL,
  `place` vector(2) NOT NULL,
  VECTOR KEY `near` (`place`) `distance`=cosine,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci;

-- ==== down ====
-- batch

-- 1. drop table others (drop table:others)
--    ! data-loss, drops-table: drops table others with all of its rows [irreversible]
DROP TABLE `others`;
-- batch

-- 2. alter table notes: replace index near (alter table:notes)
--    ! blocks-writes, copies-table: copies table notes row by row into a new one, because there is no other way to replace index near: nobody can write to it meanwhile
ALTER TABLE `notes`
  DROP INDEX `near`,
  ADD VECTOR KEY `near` (`place`) `distance`=cosine `m`=6,
  ALGORITHM=COPY,
  LOCK=SHARED;
