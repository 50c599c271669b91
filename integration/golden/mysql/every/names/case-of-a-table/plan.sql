-- rename table:users from table:Users

-- ==== up ====
-- batch

-- 1. rename table Users to users (rename table:users)
--    ! correctness, breaks-clients: clients that use table Users fail once it is called users
ALTER TABLE `Users` RENAME TO `users`;

-- ==== down ====
-- batch

-- 1. rename table users to Users (rename table:Users)
--    ! correctness, breaks-clients: clients that use table users fail once it is called Users
ALTER TABLE `users` RENAME TO `Users`;
