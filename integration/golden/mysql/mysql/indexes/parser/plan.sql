-- alter table:notes
--   change-index indexes.plain: FULLTEXT KEY `plain` (`body`) → FULLTEXT KEY `plain` (`body`) WITH PARSER `ngram` COMMENT 'not (`really`) WITH PARSER x'
--   change-index indexes.words: FULLTEXT KEY `words` (`title`) WITH PARSER `ngram` → FULLTEXT KEY `words` (`title`)

-- ==== up ====
-- batch

-- 1. alter table notes: replace index plain, replace index words (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index plain
ALTER TABLE `notes`
  DROP INDEX `plain`,
  ADD FULLTEXT KEY `plain` (`body`) WITH PARSER `ngram` COMMENT 'not (`really`) WITH PARSER x',
  DROP INDEX `words`,
  ADD FULLTEXT KEY `words` (`title`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table notes: replace index plain, replace index words (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index plain
ALTER TABLE `notes`
  DROP INDEX `plain`,
  ADD FULLTEXT KEY `plain` (`body`),
  DROP INDEX `words`,
  ADD FULLTEXT KEY `words` (`title`) WITH PARSER `ngram`,
  ALGORITHM=INPLACE,
  LOCK=SHARED;
