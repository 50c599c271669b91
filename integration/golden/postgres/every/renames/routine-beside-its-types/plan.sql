-- rename postgres/aggregate:app.ag2(app\.d2) from postgres/aggregate:app.ag(app\.d)
-- rename postgres/composite-type:app.pair2 from postgres/composite-type:app.pair
-- rename postgres/domain:app.d2 from postgres/domain:app.d
-- rename postgres/function:app.g1(app\.pair2) from postgres/function:app.f1(app\.pair)
-- rename postgres/function:app.g2(app\.d2[], app\.pair2) from postgres/function:app.f2(app\.d[], app\.pair)
-- rename postgres/function:app.g2(integer) from postgres/function:app.f2(integer)
-- rename postgres/function:app.g3(app\.t2) from postgres/function:app.f3(app\.t)
-- alter postgres/function:app.g3(app\.t2)
--   change-body body
-- rename table:app.t2 from table:app.t

-- ==== up ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. rename aggregate app.ag(app.d) to app.ag2(app.d2) (rename postgres/aggregate:app.ag2(app\.d2))
--    ! correctness, breaks-clients: renames aggregate ag to ag2: statements that still say ag fail from then on
ALTER AGGREGATE app.ag(app.d) RENAME TO ag2;

-- 2. rename function app.f1(app.pair) to app.g1(app.pair2) (rename postgres/function:app.g1(app\.pair2))
--    ! correctness, breaks-clients: renames function f1 to g1: statements that still say f1 fail from then on
ALTER FUNCTION app.f1(app.pair) RENAME TO g1;

-- 3. rename function app.f2(app.d[], app.pair) to app.g2(app.d2[], app.pair2) (rename postgres/function:app.g2(app\.d2[], app\.pair2))
--    ! correctness, breaks-clients: renames function f2 to g2: statements that still say f2 fail from then on
ALTER FUNCTION app.f2(app.d[], app.pair) RENAME TO g2;

-- 4. rename composite type app.pair to app.pair2 (rename postgres/composite-type:app.pair2)
--    ! correctness, breaks-clients: renames composite type pair to pair2: statements that still say pair fail from then on
ALTER TYPE app.pair RENAME TO pair2;

-- 5. rename function app.f2(integer) to app.g2(integer) (rename postgres/function:app.g2(integer))
--    ! correctness, breaks-clients: renames function f2 to g2: statements that still say f2 fail from then on
ALTER FUNCTION app.f2(integer) RENAME TO g2;

-- 6. rename function app.f3(app.t) to app.g3(app.t2) (rename postgres/function:app.g3(app\.t2))
--    ! correctness, breaks-clients: renames function f3 to g3: statements that still say f3 fail from then on
ALTER FUNCTION app.f3(app.t) RENAME TO g3;

-- 7. rename domain app.d to app.d2 (rename postgres/domain:app.d2)
--    ! correctness, breaks-clients: renames domain d to d2: statements that still say d fail from then on
ALTER DOMAIN app.d RENAME TO d2;

-- 8. rename table app.t to app.t2 (rename table:app.t2)
--    ! correctness, breaks-clients: renames table t to t2: statements that still say t fail from then on
ALTER TABLE app.t RENAME TO t2;

-- 9. replace function app.g3(app.t2) (alter postgres/function:app.g3(app\.t2))
CREATE OR REPLACE FUNCTION app.g3(app.t2)
 RETURNS app.d2
 LANGUAGE sql
AS $function$SELECT 1::app.d2$function$;

-- ==== down ====
-- batch, all or nothing, postgres/check_function_bodies = "off"

-- 1. rename aggregate app.ag2(app.d2) to app.ag(app.d) (rename postgres/aggregate:app.ag(app\.d))
--    ! correctness, breaks-clients: renames aggregate ag2 to ag: statements that still say ag2 fail from then on
ALTER AGGREGATE app.ag2(app.d2) RENAME TO ag;

-- 2. rename function app.g1(app.pair2) to app.f1(app.pair) (rename postgres/function:app.f1(app\.pair))
--    ! correctness, breaks-clients: renames function g1 to f1: statements that still say g1 fail from then on
ALTER FUNCTION app.g1(app.pair2) RENAME TO f1;

-- 3. rename function app.g2(app.d2[], app.pair2) to app.f2(app.d[], app.pair) (rename postgres/function:app.f2(app\.d[], app\.pair))
--    ! correctness, breaks-clients: renames function g2 to f2: statements that still say g2 fail from then on
ALTER FUNCTION app.g2(app.d2[], app.pair2) RENAME TO f2;

-- 4. rename composite type app.pair2 to app.pair (rename postgres/composite-type:app.pair)
--    ! correctness, breaks-clients: renames composite type pair2 to pair: statements that still say pair2 fail from then on
ALTER TYPE app.pair2 RENAME TO pair;

-- 5. rename function app.g2(integer) to app.f2(integer) (rename postgres/function:app.f2(integer))
--    ! correctness, breaks-clients: renames function g2 to f2: statements that still say g2 fail from then on
ALTER FUNCTION app.g2(integer) RENAME TO f2;

-- 6. rename function app.g3(app.t2) to app.f3(app.t) (rename postgres/function:app.f3(app\.t))
--    ! correctness, breaks-clients: renames function g3 to f3: statements that still say g3 fail from then on
ALTER FUNCTION app.g3(app.t2) RENAME TO f3;

-- 7. rename domain app.d2 to app.d (rename postgres/domain:app.d)
--    ! correctness, breaks-clients: renames domain d2 to d: statements that still say d2 fail from then on
ALTER DOMAIN app.d2 RENAME TO d;

-- 8. rename table app.t2 to app.t (rename table:app.t)
--    ! correctness, breaks-clients: renames table t2 to t: statements that still say t2 fail from then on
ALTER TABLE app.t2 RENAME TO t;

-- 9. replace function app.f3(app.t) (alter postgres/function:app.f3(app\.t))
CREATE OR REPLACE FUNCTION app.f3(app.t)
 RETURNS app.d
 LANGUAGE sql
AS $function$SELECT 1::app.d$function$;
