-- rename postgres/constraint:app.t.above_zero from postgres/constraint:app.t.positive
-- rename postgres/constraint:app.t.only_one from postgres/constraint:app.t.one
-- rename postgres/enum:app.feeling from postgres/enum:app.mood
-- rename postgres/policy:u.p2 from postgres/policy:u.p
-- rename postgres/rule:u.r2 from postgres/rule:u.r
-- rename postgres/trigger:app.t.tock from postgres/trigger:app.t.tick
-- rename postgres/trigger:u.tock from postgres/trigger:u.tick

-- ==== up ====
-- batch, all or nothing

-- 1. rename constraint positive to above_zero (rename postgres/constraint:app.t.above_zero)
ALTER TABLE app.t RENAME CONSTRAINT positive TO above_zero;

-- 2. rename constraint one to only_one (rename postgres/constraint:app.t.only_one)
ALTER TABLE app.t RENAME CONSTRAINT one TO only_one;

-- 3. rename enum app.mood to app.feeling (rename postgres/enum:app.feeling)
--    ! correctness, breaks-clients: renames enum mood to feeling: statements that still say mood fail from then on
ALTER TYPE app.mood RENAME TO feeling;

-- 4. rename policy p of table u to p2 (rename postgres/policy:u.p2)
ALTER POLICY p ON public.u RENAME TO p2;

-- 5. rename rule r on u to r2 (rename postgres/rule:u.r2)
ALTER RULE r ON public.u RENAME TO r2;

-- 6. rename trigger tick on app.t to tock (rename postgres/trigger:app.t.tock)
ALTER TRIGGER tick ON app.t RENAME TO tock;

-- 7. rename trigger tick on u to tock (rename postgres/trigger:u.tock)
ALTER TRIGGER tick ON public.u RENAME TO tock;

-- ==== down ====
-- batch, all or nothing

-- 1. rename constraint only_one to one (rename postgres/constraint:app.t.one)
ALTER TABLE app.t RENAME CONSTRAINT only_one TO one;

-- 2. rename constraint above_zero to positive (rename postgres/constraint:app.t.positive)
ALTER TABLE app.t RENAME CONSTRAINT above_zero TO positive;

-- 3. rename enum app.feeling to app.mood (rename postgres/enum:app.mood)
--    ! correctness, breaks-clients: renames enum feeling to mood: statements that still say feeling fail from then on
ALTER TYPE app.feeling RENAME TO mood;

-- 4. rename policy p2 of table u to p (rename postgres/policy:u.p)
ALTER POLICY p2 ON public.u RENAME TO p;

-- 5. rename rule r2 on u to r (rename postgres/rule:u.r)
ALTER RULE r2 ON public.u RENAME TO r;

-- 6. rename trigger tock on app.t to tick (rename postgres/trigger:app.t.tick)
ALTER TRIGGER tock ON app.t RENAME TO tick;

-- 7. rename trigger tock on u to tick (rename postgres/trigger:u.tick)
ALTER TRIGGER tock ON public.u RENAME TO tick;
