-- alter table:a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x
--   change-not-null columns.a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be.not-null: false → true

-- ==== up ====
-- batch

-- 1. look for nulls in column a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be of table a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x (alter table:a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x)
ALTER TABLE public.a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x ADD CONSTRAINT schema_sync_not_null_122acdd7eb24a5a4 CHECK (a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be IS NOT NULL) NOT VALID;
ALTER TABLE public.a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x VALIDATE CONSTRAINT schema_sync_not_null_122acdd7eb24a5a4;
-- removes what a failure leaves behind: ALTER TABLE public.a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x DROP CONSTRAINT schema_sync_not_null_122acdd7eb24a5a4;
-- batch, all or nothing

-- 2. forbid nulls in column a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be of table a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x (alter table:a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x)
ALTER TABLE public.a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x ALTER COLUMN a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be SET NOT NULL;
ALTER TABLE public.a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x DROP CONSTRAINT schema_sync_not_null_122acdd7eb24a5a4;

-- ==== down ====
-- batch, all or nothing

-- 1. allow nulls in column a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be of table a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x (alter table:a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x)
--    ! correctness, ends-guarantee: drops the NOT NULL of column a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be of table a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x: from then on rows come that break it, and no statement fails
ALTER TABLE public.a_table_whose_name_is_as_long_as_a_name_of_the_server_may_be_x ALTER COLUMN a_column_whose_name_is_as_long_as_a_name_of_the_server_may_be DROP NOT NULL;
