-- alter table:users
--   drop-index indexes.PRIMARY: PRIMARY KEY (`id`)

-- ==== up ====
-- batch

-- 1. alter table users: drop the primary key (alter table:users)
--    ! blocks-writes, copies-table: copies table users row by row into a new one, because there is no other way to drop the primary key: nobody can write to it meanwhile
ALTER TABLE `users`
  DROP PRIMARY KEY,
  ALGORITHM=COPY,
  LOCK=SHARED;

-- ==== down ====
-- batch

-- 1. alter table users: add a primary key (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy a primary key (id), which is unique
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to add a primary key; others can go on reading and writing
ALTER TABLE `users`
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
