-- rename table:people from table:users

-- ==== up ====
-- batch

-- 1. rename table users to people (rename table:people)
--    ! correctness, breaks-clients: clients that use table users fail once it is called people
ALTER TABLE `users` RENAME TO `people`;

-- ==== down ====
-- batch

-- 1. rename table people to users (rename table:users)
--    ! correctness, breaks-clients: clients that use table people fail once it is called users
ALTER TABLE `people` RENAME TO `users`;
