-- alter table:kept
--   change-type columns.mood.type: enum('good') → enum('good','bad')
--   change-comment columns.mood.comment: none → new
--   change-default columns.word.default: none → 'x'
--   change-comment comment: old → new
-- alter table:words
--   drop-column columns.gone: `gone` int(11) NULL
--   add-column columns.age: `age` int(11) NULL
--   change-not-null columns.word.notNull: none → true
--   change-default columns.word.default: none → ''
--   add-index indexes.age: KEY `age` (`age`)

-- ==== up ====
-- batch

-- 1. alter table kept: change column word, change column mood (alter table:kept)
ALTER TABLE `kept`
  ALTER COLUMN `word` SET DEFAULT 'x',
  MODIFY COLUMN `mood` enum('good','bad') NULL COMMENT 'new',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table kept: change the comment (alter table:kept)
ALTER TABLE `kept`
  COMMENT='new',
  ALGORITHM=INSTANT;
-- batch

-- 3. alter table words: drop column gone, change column word, add column age, add index age (alter table:words)
--    ! data-loss, drops-column: drops column words.gone with all of its values [irreversible]
--    ! correctness, adds-not-null: fails when a row of words has no value in word
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to drop column gone: nobody can write to it meanwhile
ALTER TABLE `words`
  DROP COLUMN `gone`,
  MODIFY COLUMN `word` varchar(80) NOT NULL DEFAULT '',
  ADD COLUMN `age` int(11) NULL,
  ADD KEY `age` (`age`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:words: drops column words.gone with all of its values

-- ==== down ====
-- batch

-- 1. alter table kept: change column word, change column mood, change the comment (alter table:kept)
--    ! data-loss, converts-values: changes kept.mood from enum('good','bad') of utf8mb4 to enum('good') of utf8mb4: values that do not fit make it fail, and others may be rounded or read differently [irreversible]
--    ! blocks-writes, copies-table: copies table kept row by row into a new one, because there is no other way to change column mood: nobody can write to it meanwhile
ALTER TABLE `kept`
  ALTER COLUMN `word` SET DEFAULT NULL,
  MODIFY COLUMN `mood` enum('good') NULL,
  COMMENT='old',
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table words: drop index age, drop column age, change column word, add column gone (alter table:words)
--    ! data-loss, drops-column: drops column words.age with all of its values [irreversible]
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to drop index age: nobody can write to it meanwhile
ALTER TABLE `words`
  DROP INDEX `age`,
  DROP COLUMN `age`,
  MODIFY COLUMN `word` varchar(80) NULL,
  ADD COLUMN `gone` int(11) NULL,
  ALGORITHM=COPY,
  LOCK=SHARED;
