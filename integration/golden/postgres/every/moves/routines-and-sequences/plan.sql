-- rename postgres/aggregate:b.total(integer) from postgres/aggregate:a.total(integer)
-- rename postgres/enum:b.mood from postgres/enum:a.mood
-- rename postgres/function:b.double(b\.mood) from postgres/function:a.twice(a\.mood)
-- rename postgres/function:b.double(integer) from postgres/function:a.twice(integer)
-- rename postgres/function:b.touch() from postgres/function:a.touch()
-- rename postgres/procedure:b.work() from postgres/procedure:a.work()
-- rename postgres/statistics:b.of_t from postgres/statistics:a.of_t
-- rename sequence:b.q from sequence:a.q

-- ==== up ====
-- batch, all or nothing

-- 1. move aggregate a.total to b.total (rename postgres/aggregate:b.total(integer))
--    ! correctness, breaks-clients: moves aggregate a.total to b.total: statements that still say a.total fail from then on
ALTER AGGREGATE a.total(integer) SET SCHEMA b;

-- 2. move function a.twice to b.double (rename postgres/function:b.double(b\.mood))
--    ! correctness, breaks-clients: moves function a.twice to b.double: statements that still say a.twice fail from then on
ALTER FUNCTION a.twice(a.mood) SET SCHEMA b;
ALTER FUNCTION b.twice(a.mood) RENAME TO double;

-- 3. move enum a.mood to b.mood (rename postgres/enum:b.mood)
--    ! correctness, breaks-clients: moves enum a.mood to b.mood: statements that still say a.mood fail from then on
ALTER TYPE a.mood SET SCHEMA b;

-- 4. move function a.twice to b.double (rename postgres/function:b.double(integer))
--    ! correctness, breaks-clients: moves function a.twice to b.double: statements that still say a.twice fail from then on
ALTER FUNCTION a.twice(integer) SET SCHEMA b;
ALTER FUNCTION b.twice(integer) RENAME TO double;

-- 5. move function a.touch to b.touch (rename postgres/function:b.touch())
--    ! correctness, breaks-clients: moves function a.touch to b.touch: statements that still say a.touch fail from then on
ALTER FUNCTION a.touch() SET SCHEMA b;

-- 6. move procedure a.work to b.work (rename postgres/procedure:b.work())
--    ! correctness, breaks-clients: moves procedure a.work to b.work: statements that still say a.work fail from then on
ALTER PROCEDURE a.work() SET SCHEMA b;

-- 7. move statistics a.of_t to b.of_t (rename postgres/statistics:b.of_t)
ALTER STATISTICS a.of_t SET SCHEMA b;

-- 8. move sequence a.q to b.q (rename sequence:b.q)
--    ! correctness, breaks-clients: moves sequence a.q to b.q: statements that still say a.q fail from then on
ALTER SEQUENCE a.q SET SCHEMA b;

-- ==== down ====
-- batch, all or nothing

-- 1. move aggregate b.total to a.total (rename postgres/aggregate:a.total(integer))
--    ! correctness, breaks-clients: moves aggregate b.total to a.total: statements that still say b.total fail from then on
ALTER AGGREGATE b.total(integer) SET SCHEMA a;

-- 2. move function b.touch to a.touch (rename postgres/function:a.touch())
--    ! correctness, breaks-clients: moves function b.touch to a.touch: statements that still say b.touch fail from then on
ALTER FUNCTION b.touch() SET SCHEMA a;

-- 3. move function b.double to a.twice (rename postgres/function:a.twice(a\.mood))
--    ! correctness, breaks-clients: moves function b.double to a.twice: statements that still say b.double fail from then on
ALTER FUNCTION b.double(b.mood) SET SCHEMA a;
ALTER FUNCTION a.double(b.mood) RENAME TO twice;

-- 4. move enum b.mood to a.mood (rename postgres/enum:a.mood)
--    ! correctness, breaks-clients: moves enum b.mood to a.mood: statements that still say b.mood fail from then on
ALTER TYPE b.mood SET SCHEMA a;

-- 5. move function b.double to a.twice (rename postgres/function:a.twice(integer))
--    ! correctness, breaks-clients: moves function b.double to a.twice: statements that still say b.double fail from then on
ALTER FUNCTION b.double(integer) SET SCHEMA a;
ALTER FUNCTION a.double(integer) RENAME TO twice;

-- 6. move procedure b.work to a.work (rename postgres/procedure:a.work())
--    ! correctness, breaks-clients: moves procedure b.work to a.work: statements that still say b.work fail from then on
ALTER PROCEDURE b.work() SET SCHEMA a;

-- 7. move statistics b.of_t to a.of_t (rename postgres/statistics:a.of_t)
ALTER STATISTICS b.of_t SET SCHEMA a;

-- 8. move sequence b.q to a.q (rename sequence:a.q)
--    ! correctness, breaks-clients: moves sequence b.q to a.q: statements that still say b.q fail from then on
ALTER SEQUENCE b.q SET SCHEMA a;
