-- alter table:b
--   change-index indexes.Both_: KEY `both_` (`n`, `a`) COMMENT 'x' → KEY `Both_` (`n`, `a`) COMMENT 'x'
--   change-index indexes.One: UNIQUE KEY `one` (`n`) → UNIQUE KEY `One` (`n`)
--   change-index indexes.To_Named: KEY `to_named` (`a`) → KEY `To_Named` (`a`)
--   change-index indexes.Words: FULLTEXT KEY `words` (`t`) → FULLTEXT KEY `Words` (`t`)
--   change-foreign-key foreignKeys.To_Named: CONSTRAINT `to_named` FOREIGN KEY (`a`) REFERENCES `a` (`id`) → CONSTRAINT `To_Named` FOREIGN KEY (`a`) REFERENCES `a` (`id`)
-- alter table:c
--   change-index indexes.C_Key: KEY `c_key` (`a`) → KEY `C_Key` (`a`)

-- ==== up ====
-- batch

-- 1. alter table b: drop foreign key to_named (alter table:b)
ALTER TABLE `b`
  DROP FOREIGN KEY `to_named`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table b: rename index both_ to Both_, rename index one to One, rename index to_named to To_Named, rename index words to Words (alter table:b)
ALTER TABLE `b`
  RENAME INDEX `both_` TO `Both_`,
  RENAME INDEX `one` TO `One`,
  RENAME INDEX `to_named` TO `To_Named`,
  RENAME INDEX `words` TO `Words`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table b: add foreign key To_Named (alter table:b)
--    ! correctness, checks-rows: fails when rows of b do not satisfy foreign key To_Named to a
--    ! blocks-writes, copies-table: copies table b row by row into a new one, because there is no other way to add foreign key To_Named: nobody can write to it meanwhile
ALTER TABLE `b`
  ADD CONSTRAINT `To_Named` FOREIGN KEY (`a`) REFERENCES `a` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table c: rename index c_key to C_Key (alter table:c)
ALTER TABLE `c`
  RENAME INDEX `c_key` TO `C_Key`,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table b: drop foreign key To_Named (alter table:b)
ALTER TABLE `b`
  DROP FOREIGN KEY `To_Named`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table b: rename index Both_ to both_, rename index One to one, rename index To_Named to to_named, rename index Words to words (alter table:b)
ALTER TABLE `b`
  RENAME INDEX `Both_` TO `both_`,
  RENAME INDEX `One` TO `one`,
  RENAME INDEX `To_Named` TO `to_named`,
  RENAME INDEX `Words` TO `words`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table b: add foreign key to_named (alter table:b)
--    ! correctness, checks-rows: fails when rows of b do not satisfy foreign key to_named to a
--    ! blocks-writes, copies-table: copies table b row by row into a new one, because there is no other way to add foreign key to_named: nobody can write to it meanwhile
ALTER TABLE `b`
  ADD CONSTRAINT `to_named` FOREIGN KEY (`a`) REFERENCES `a` (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 4. alter table c: rename index C_Key to c_key (alter table:c)
ALTER TABLE `c`
  RENAME INDEX `C_Key` TO `c_key`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
