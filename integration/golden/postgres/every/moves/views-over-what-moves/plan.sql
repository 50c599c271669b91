-- rename postgres/enum:b.mood from postgres/enum:a.mood
-- rename postgres/function:b.twice(integer) from postgres/function:a.twice(integer)
-- rename postgres/materialized-view:b.kept from postgres/materialized-view:a.kept
-- rename table:b.t from table:a.t
-- rename view:b.went from view:a.goes_too
-- replace view:over_it: a view keeps the columns that it has, and can only get more at the end

-- ==== up ====
-- batch, all or nothing

-- 1. drop view over_it (replace view:over_it)
DROP VIEW public.over_it;

-- 2. move enum a.mood to b.mood (rename postgres/enum:b.mood)
--    ! correctness, breaks-clients: moves enum a.mood to b.mood: statements that still say a.mood fail from then on
ALTER TYPE a.mood SET SCHEMA b;

-- 3. move function a.twice to b.twice (rename postgres/function:b.twice(integer))
--    ! correctness, breaks-clients: moves function a.twice to b.twice: statements that still say a.twice fail from then on
ALTER FUNCTION a.twice(integer) SET SCHEMA b;

-- 4. move materialized view a.kept to b.kept (rename postgres/materialized-view:b.kept)
--    ! correctness, breaks-clients: moves materialized view a.kept to b.kept: statements that still say a.kept fail from then on
ALTER MATERIALIZED VIEW a.kept SET SCHEMA b;

-- 5. move table a.t to b.t (rename table:b.t)
--    ! correctness, breaks-clients: moves table a.t to b.t: statements that still say a.t fail from then on
ALTER TABLE a.t SET SCHEMA b;

-- 6. move view a.goes_too to b.went (rename view:b.went)
--    ! correctness, breaks-clients: moves view a.goes_too to b.went: statements that still say a.goes_too fail from then on
ALTER VIEW a.goes_too SET SCHEMA b;
ALTER VIEW b.goes_too RENAME TO went;

-- 7. create view over_it (replace view:over_it)
CREATE VIEW public.over_it (id, mood, two) AS
 SELECT a.id,
    a.mood,
    b.twice(b.t) AS two
   FROM (b.t a
     JOIN public.u b ON ((b.t = a.id)))
  WHERE (a.mood = 'calm'::b.mood);

-- ==== down ====
-- batch, all or nothing

-- 1. move enum b.mood to a.mood (rename postgres/enum:a.mood)
--    ! correctness, breaks-clients: moves enum b.mood to a.mood: statements that still say b.mood fail from then on
ALTER TYPE b.mood SET SCHEMA a;

-- 2. move function b.twice to a.twice (rename postgres/function:a.twice(integer))
--    ! correctness, breaks-clients: moves function b.twice to a.twice: statements that still say b.twice fail from then on
ALTER FUNCTION b.twice(integer) SET SCHEMA a;

-- 3. move materialized view b.kept to a.kept (rename postgres/materialized-view:a.kept)
--    ! correctness, breaks-clients: moves materialized view b.kept to a.kept: statements that still say b.kept fail from then on
ALTER MATERIALIZED VIEW b.kept SET SCHEMA a;

-- 4. move table b.t to a.t (rename table:a.t)
--    ! correctness, breaks-clients: moves table b.t to a.t: statements that still say b.t fail from then on
ALTER TABLE b.t SET SCHEMA a;

-- 5. move view b.went to a.goes_too (rename view:a.goes_too)
--    ! correctness, breaks-clients: moves view b.went to a.goes_too: statements that still say b.went fail from then on
ALTER VIEW b.went SET SCHEMA a;
ALTER VIEW a.went RENAME TO goes_too;
