-- alter table:users
--   add-column columns.other: `other` int(11) NOT NULL DEFAULT 0
--   change-index indexes.PRIMARY: PRIMARY KEY (`id`) → PRIMARY KEY (`id`, `other`)

-- ==== up ====
-- batch

-- 1. alter table users: add column other, replace the primary key (alter table:users)
--    ! correctness, checks-rows: fails when rows of users do not satisfy a primary key (id, other), which is unique
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to replace the primary key; others can go on reading and writing
ALTER TABLE `users`
  ADD COLUMN `other` int(11) NOT NULL DEFAULT 0,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`, `other`),
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: drop column other, replace the primary key (alter table:users)
--    ! data-loss, drops-column: drops column users.other with all of its values [irreversible]
--    ! correctness, checks-rows: fails when rows of users do not satisfy a primary key (id), which is unique
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to replace the primary key; others can go on reading and writing
ALTER TABLE `users`
  DROP COLUMN `other`,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (`id`),
  ALGORITHM=INPLACE,
  LOCK=NONE;
