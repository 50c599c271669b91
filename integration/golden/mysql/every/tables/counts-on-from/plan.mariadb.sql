-- alter table:behind
--   add-column columns.note: `note` text NULL
--   change-counter counter: 1000
-- alter table:dealt
--   change-counter counter: 1000
-- alter table:elsewhere
--   change-counter counter: 1000
-- create table:made
-- rename table:newer from table:older
-- alter table:newer
--   change-counter counter: 18446744073709551000

-- ==== up ====
-- batch

-- 1. rename table older to newer (rename table:newer)
--    ! correctness, breaks-clients: clients that use table older fail once it is called newer
ALTER TABLE `older` RENAME TO `newer`;
-- batch

-- 2. alter table behind: add column note (alter table:behind)
ALTER TABLE `behind`
  ADD COLUMN `note` text NULL,
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table behind: count on from 1000 (alter table:behind)
-- must find nothing: table behind has counted beyond 1000 by itself since it was looked at
SELECT table_name, auto_increment
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name = 'behind' AND auto_increment > 1000;
ALTER TABLE `behind`
  AUTO_INCREMENT=1000,
  ALGORITHM=INSTANT;
-- batch

-- 4. alter table dealt: count on from 1000 (alter table:dealt)
-- must find nothing: table dealt has counted beyond 1000 by itself since it was looked at
SELECT table_name, auto_increment
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name = 'dealt' AND auto_increment > 1000;
ALTER TABLE `dealt`
  AUTO_INCREMENT=1000,
  ALGORITHM=INSTANT;
-- batch

-- 5. alter table elsewhere: count on from 1000 (alter table:elsewhere)
--    ! blocks-writes, copies-table: copies table elsewhere row by row into a new one, because there is no other way to count on from 1000: nobody can write to it meanwhile
-- must find nothing: table elsewhere has counted beyond 1000 by itself since it was looked at
SELECT table_name, auto_increment
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name = 'elsewhere' AND auto_increment > 1000;
ALTER TABLE `elsewhere`
  AUTO_INCREMENT=1000,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 6. create table made (create table:made)
CREATE TABLE `made` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB DEFAULT CHARACTER SET=utf8mb4 COLLATE=utf8mb4_general_ci AUTO_INCREMENT=1000;
-- batch

-- 7. alter table newer: count on from 18446744073709551000 (alter table:newer)
-- must find nothing: table newer has counted beyond 18446744073709551000 by itself since it was looked at
SELECT table_name, auto_increment
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name = 'newer' AND auto_increment > 18446744073709551000;
ALTER TABLE `newer`
  AUTO_INCREMENT=18446744073709551000,
  ALGORITHM=INSTANT;

-- ==== down ====
-- batch

-- 1. drop table made (drop table:made)
--    ! data-loss, drops-table: drops table made with all of its rows [irreversible]
DROP TABLE `made`;
-- batch

-- 2. rename table newer to older (rename table:older)
--    ! correctness, breaks-clients: clients that use table newer fail once it is called older
ALTER TABLE `newer` RENAME TO `older`;
-- batch

-- 3. alter table behind: drop column note (alter table:behind)
--    ! data-loss, drops-column: drops column behind.note with all of its values [irreversible]
ALTER TABLE `behind`
  DROP COLUMN `note`,
  ALGORITHM=INSTANT;
