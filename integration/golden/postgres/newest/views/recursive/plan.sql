-- create view:numbers

-- ==== up ====
-- batch, all or nothing

-- 1. create view numbers (create view:numbers)
CREATE VIEW public.numbers (n, "next N") AS
 WITH RECURSIVE numbers(n, "next N") AS (
         VALUES (1,2)
        UNION ALL
         SELECT (numbers_1.n + 1),
            (numbers_1."next N" + 1)
           FROM numbers numbers_1
          WHERE (numbers_1.n < 5)
        )
 SELECT n,
    "next N"
   FROM numbers;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view numbers (drop view:numbers)
--    ! correctness, drops-view: drops view numbers: statements that use it fail from then on
DROP VIEW public.numbers;
