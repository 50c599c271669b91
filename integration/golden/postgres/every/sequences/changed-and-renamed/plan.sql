-- alter sequence:b
--   change-type type: smallint → integer
--   change-start start: 1 → 7
--   change-increment increment: 1 → -1
--   change-minimum minimum: 1 → -5
--   change-cache cache: 1 → 3
--   change-cycle cycle: true → false
-- rename sequence:c from sequence:a

-- ==== up ====
-- batch, all or nothing

-- 1. rename sequence a to c (rename sequence:c)
--    ! correctness, breaks-clients: renames sequence a to c: statements that still say a fail from then on
ALTER SEQUENCE public.a RENAME TO c;

-- 2. alter sequence b (alter sequence:b)
ALTER SEQUENCE public.b AS integer START WITH 7 INCREMENT BY -1 MINVALUE -5 MAXVALUE 100 CACHE 3 NO CYCLE;

-- ==== down ====
-- batch, all or nothing

-- 1. rename sequence c to a (rename sequence:a)
--    ! correctness, breaks-clients: renames sequence c to a: statements that still say c fail from then on
ALTER SEQUENCE public.c RENAME TO a;

-- 2. alter sequence b (alter sequence:b)
-- must find nothing: sequence b has counted beyond what it is to count, from 1 to 100
SELECT last AS value
FROM pg_catalog.pg_sequence_last_value(pg_catalog.to_regclass('public.b')) AS last
WHERE last NOT BETWEEN 1 AND 100;
ALTER SEQUENCE public.b AS smallint START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 100 CACHE 1 CYCLE;
