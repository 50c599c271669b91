-- alter table:c
--   rename-column columns.my b: b → my b

-- ==== up ====
-- batch, all or nothing

-- 1. rename column b to my b of table c (alter table:c)
--    ! correctness, breaks-clients: renames column c.b to my b: statements that still say c.b fail from then on
ALTER TABLE public.c RENAME COLUMN b TO "my b";

-- ==== down ====
-- batch, all or nothing

-- 1. rename column my b to b of table c (alter table:c)
--    ! correctness, breaks-clients: renames column c.my b to b: statements that still say c.my b fail from then on
ALTER TABLE public.c RENAME COLUMN "my b" TO b;
