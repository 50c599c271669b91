-- alter table:notes
--   add-index indexes.by_all: FULLTEXT KEY `by_all` (`title`, `body`, `summary`)
--   add-index indexes.by_first: KEY `by_first` (`title`)
--   add-index indexes.by_summary: FULLTEXT KEY `by_summary` (`summary`)
--   change-index indexes.by_title: FULLTEXT KEY `by_title` (`title`) → FULLTEXT KEY `by_title` (`title`, `body`)

-- ==== up ====
-- batch

-- 1. alter table notes: drop index by_title (alter table:notes)
ALTER TABLE `notes`
  DROP INDEX `by_title`,
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 2. alter table notes: add index by_first (alter table:notes)
ALTER TABLE `notes`
  ADD KEY `by_first` (`title`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
-- batch

-- 3. alter table notes: replace index by_title (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to replace index by_title
ALTER TABLE `notes`
  ADD FULLTEXT KEY `by_title` (`title`, `body`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 4. alter table notes: add index by_all (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to add index by_all
ALTER TABLE `notes`
  ADD FULLTEXT KEY `by_all` (`title`, `body`, `summary`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
-- batch

-- 5. alter table notes: add index by_summary (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to add index by_summary
ALTER TABLE `notes`
  ADD FULLTEXT KEY `by_summary` (`summary`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table notes: drop index by_all, drop index by_first, drop index by_summary, replace index by_title (alter table:notes)
--    ! blocks-writes, blocks-writes: nobody can write to table notes while the server has to drop index by_all
ALTER TABLE `notes`
  DROP INDEX `by_all`,
  DROP INDEX `by_first`,
  DROP INDEX `by_summary`,
  DROP INDEX `by_title`,
  ADD FULLTEXT KEY `by_title` (`title`),
  ALGORITHM=INPLACE,
  LOCK=SHARED;
