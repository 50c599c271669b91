-- alter table:notes
--   change-index indexes.plain: FULLTEXT KEY `plain` (`body`) → FULLTEXT KEY `plain` (`body`) WITH PARSER `ngram` COMMENT 'not (`really`) WITH PARSER x'
--   change-index indexes.words: FULLTEXT KEY `words` (`title`) WITH PARSER `ngram` → FULLTEXT KEY `words` (`title`)

-- ==== up ====
-- batch

-- 1. alter table notes: drop index plain (alter table:notes)
ALTER TABLE `notes`
  DROP INDEX `plain`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table notes: drop index words (alter table:notes)
ALTER TABLE `notes`
  DROP INDEX `words`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table notes: replace index plain (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index plain
ALTER TABLE `notes`
  ADD FULLTEXT KEY `plain` (`body`) WITH PARSER `ngram` COMMENT 'not (`really`) WITH PARSER x',
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 4. alter table notes: replace index words (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index words
ALTER TABLE `notes`
  ADD FULLTEXT KEY `words` (`title`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table notes: drop index plain (alter table:notes)
ALTER TABLE `notes`
  DROP INDEX `plain`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table notes: drop index words (alter table:notes)
ALTER TABLE `notes`
  DROP INDEX `words`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table notes: replace index plain (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index plain
ALTER TABLE `notes`
  ADD FULLTEXT KEY `plain` (`body`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 4. alter table notes: replace index words (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index words
ALTER TABLE `notes`
  ADD FULLTEXT KEY `words` (`title`) WITH PARSER `ngram`,
  ALGORITHM=INPLACE,
  LOCK=SHARED;
