-- alter postgres/foreign-table:ft
--   rename-column columns.we"ird: a → we"ird

-- ==== up ====
-- batch, all or nothing

-- 1. rename column a to we"ird of foreign table ft (alter postgres/foreign-table:ft)
--    ! correctness, breaks-clients: renames column ft.a to we"ird: statements that still say ft.a fail from then on
ALTER FOREIGN TABLE public.ft RENAME COLUMN a TO "we""ird";

-- ==== down ====
-- batch, all or nothing

-- 1. rename column we"ird to a of foreign table ft (alter postgres/foreign-table:ft)
--    ! correctness, breaks-clients: renames column ft.we"ird to a: statements that still say ft.we"ird fail from then on
ALTER FOREIGN TABLE public.ft RENAME COLUMN "we""ird" TO a;
