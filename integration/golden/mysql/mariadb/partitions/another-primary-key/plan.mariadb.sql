-- alter table:visits
--   change-index indexes.PRIMARY: PRIMARY KEY (`id`) → PRIMARY KEY (`id`, `shop`)

-- ==== up ====
-- batch

-- 1. alter table visits: replace the primary key (alter table:visits)
--    ! correctness, checks-rows: fails when rows of visits do not satisfy a primary key (id, shop), which is unique
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to replace the primary key: nobody can write to it meanwhile
ALTER TABLE `visits`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`, `shop`),
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table visits: replace the primary key (alter table:visits)
--    ! correctness, checks-rows: fails when rows of visits do not satisfy a primary key (id), which is unique
--    ! blocks-writes, copies-table: copies table visits row by row into a new one, because there is no other way to replace the primary key: nobody can write to it meanwhile
ALTER TABLE `visits`
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=COPY,
  LOCK=SHARED;
