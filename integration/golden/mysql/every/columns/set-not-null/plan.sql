-- alter table:users
--   change-not-null columns.age.notNull: none → true

-- ==== up ====
-- batch

-- 1. alter table users: change column age (alter table:users)
--    ! correctness, adds-not-null: fails when a row of users has no value in age
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column age; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `age` int NOT NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;

-- ==== down ====
-- batch

-- 1. alter table users: change column age (alter table:users)
--    ! slow, rebuilds-table: builds table users anew in place, because there is no other way to change column age; others can go on reading and writing
ALTER TABLE `users`
  MODIFY COLUMN `age` int NULL,
  ALGORITHM=INPLACE,
  LOCK=NONE;
