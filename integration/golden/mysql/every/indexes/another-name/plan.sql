-- alter table:t
--   drop-index indexes.one: UNIQUE KEY `one` (`b`)
--   drop-index indexes.other_two: KEY `other_two` (`a`(10), `b`)
--   drop-index indexes.two: KEY `two` (`a`(10) DESC, `b`)
--   drop-index indexes.words: FULLTEXT KEY `words` (`c`)
--   add-index indexes.first: UNIQUE KEY `first` (`b`)
--   add-index indexes.other_second: KEY `other_second` (`a`(10), `b`)
--   add-index indexes.second: KEY `second` (`a`(10) DESC, `b`)
--   add-index indexes.texts: FULLTEXT KEY `texts` (`c`)

-- ==== up ====
-- batch

-- 1. alter table t: rename index one to first, rename index other_two to other_second, rename index two to second, rename index words to texts (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `one` TO `first`,
  RENAME INDEX `other_two` TO `other_second`,
  RENAME INDEX `two` TO `second`,
  RENAME INDEX `words` TO `texts`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table t: rename index first to one, rename index other_second to other_two, rename index second to two, rename index texts to words (alter table:t)
ALTER TABLE `t`
  RENAME INDEX `first` TO `one`,
  RENAME INDEX `other_second` TO `other_two`,
  RENAME INDEX `second` TO `two`,
  RENAME INDEX `texts` TO `words`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
