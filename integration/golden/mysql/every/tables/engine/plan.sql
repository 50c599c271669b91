-- alter table:old
--   change-engine engine: MyISAM → InnoDB
-- alter table:visits
--   change-index indexes.pages: KEY `pages` (`page`) → KEY `pages` (`page`) USING HASH
--   change-index indexes.PRIMARY: PRIMARY KEY (`id`) → PRIMARY KEY (`id`) USING HASH
--   change-engine engine: InnoDB → MEMORY
-- alter table:words
--   change-engine engine: InnoDB → MyISAM

-- ==== up ====
-- batch

-- 1. alter table old: store it with InnoDB (alter table:old)
--    ! blocks-writes, copies-table: copies table old row by row into a new one, because there is no other way to store it with InnoDB: nobody can write to it meanwhile
ALTER TABLE `old`
  ENGINE=InnoDB,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table visits: replace index pages, replace the primary key, store it with MEMORY (alter table:visits)
--    ! correctness, checks-rows: fails when rows of visits do not satisfy a primary key (id), which is unique
--    ! data-loss, forgets-rows: stores table visits with MEMORY: its rows are gone when the server ends [irreversible]
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to store it with MEMORY: nobody can write to it meanwhile
ALTER TABLE `visits`
  DROP INDEX `pages`,
  ADD KEY `pages` (`page`) USING HASH,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`) USING HASH,
  ENGINE=MEMORY,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table words: store it with MyISAM (alter table:words)
--    ! correctness, loses-transactions: stores table words with MyISAM: nothing that is written to it is rolled back, and a statement that fails keeps what it did so far
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to store it with MyISAM: nobody can write to it meanwhile
ALTER TABLE `words`
  ENGINE=MyISAM,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- The way down does not bring back:
--   alter table:visits: stores table visits with MEMORY: its rows are gone when the server ends

-- ==== down ====
-- batch

-- 1. alter table old: store it with MyISAM (alter table:old)
--    ! correctness, loses-transactions: stores table old with MyISAM: nothing that is written to it is rolled back, and a statement that fails keeps what it did so far
--    ! blocks-writes, copies-table: copies table old row by row into a new one, because there is no other way to store it with MyISAM: nobody can write to it meanwhile
ALTER TABLE `old`
  ENGINE=MyISAM,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 2. alter table visits: replace index pages, replace the primary key, store it with InnoDB (alter table:visits)
--    ! correctness, checks-rows: fails when rows of visits do not satisfy a primary key (id), which is unique
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to replace index pages: nobody can write to it meanwhile
ALTER TABLE `visits`
  DROP INDEX `pages`,
  ADD KEY `pages` (`page`),
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ENGINE=InnoDB,
  ALGORITHM=COPY,
  LOCK=SHARED;
-- batch

-- 3. alter table words: store it with InnoDB (alter table:words)
--    ! blocks-writes, copies-table: copies table words row by row into a new one, because there is no other way to store it with InnoDB: nobody can write to it meanwhile
ALTER TABLE `words`
  ENGINE=InnoDB,
  ALGORITHM=COPY,
  LOCK=SHARED;
