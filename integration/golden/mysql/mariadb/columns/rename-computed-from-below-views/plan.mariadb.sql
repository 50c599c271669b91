-- alter table:users
--   rename-column columns.login: name → login
-- alter view:users_with_orders
--   change-columns columns: id, name, order_id → id, login, order_id
--   change-query query: select `u`.`id` AS `id`,`u`.`name` AS `name`,`o`.`id` AS `order_id` from (`users` `u` left join `orders` `o` on(`o`.`user_id` = `u`.`id`)) → select `u`.`id` AS `id`,`u`.`login` AS `login`,`o`.`id` AS `order_id` from (`users` `u` left join `orders` `o` on(`o`.`user_id` = `u`.`id`))

-- ==== up ====
-- batch

-- 1. alter table users: have it opened anew, as what is computed from a renamed column takes (alter table:users)
ALTER TABLE `users`
  COMMENT='who it''s for',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: rename column name to login (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.name fail once it is called login
ALTER TABLE `users`
  RENAME COLUMN `name` TO `login`,
  ALGORITHM=INSTANT;
-- batch

-- 3. change view users_with_orders (alter view:users_with_orders)
--    ! correctness, changes-definition: view users_with_orders is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `users_with_orders` (`id`, `login`, `order_id`) AS
select `u`.`id` AS `id`,`u`.`login` AS `login`,`o`.`id` AS `order_id` from (`users` `u` left join `orders` `o` on(`o`.`user_id` = `u`.`id`));

-- ==== down ====
-- batch

-- 1. alter table users: have it opened anew, as what is computed from a renamed column takes (alter table:users)
ALTER TABLE `users`
  COMMENT='who it''s for',
  ALGORITHM=INSTANT;
-- batch

-- 2. alter table users: rename column login to name (alter table:users)
--    ! correctness, breaks-clients: clients that use column users.login fail once it is called name
ALTER TABLE `users`
  RENAME COLUMN `login` TO `name`,
  ALGORITHM=INSTANT;
-- batch

-- 3. change view users_with_orders (alter view:users_with_orders)
--    ! correctness, changes-definition: view users_with_orders is another one from then on, for whoever uses it
CREATE OR REPLACE DEFINER=`root`@`%` SQL SECURITY DEFINER VIEW `users_with_orders` (`id`, `name`, `order_id`) AS
select `u`.`id` AS `id`,`u`.`name` AS `name`,`o`.`id` AS `order_id` from (`users` `u` left join `orders` `o` on(`o`.`user_id` = `u`.`id`));
