-- rename table:Other from table:other
-- rename table:app.u from table:app.t
-- alter table:app.u
--   rename-column columns.A b: a → A b
--   rename-column columns.new: old → new

-- ==== up ====
-- batch, all or nothing

-- 1. rename table other to Other (rename table:Other)
--    ! correctness, breaks-clients: renames table other to Other: statements that still say other fail from then on
ALTER TABLE public.other RENAME TO "Other";

-- 2. rename table app.t to app.u (rename table:app.u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE app.t RENAME TO u;

-- 3. rename column a to A b of table app.u (alter table:app.u)
--    ! correctness, breaks-clients: renames column app.u.a to A b: statements that still say app.u.a fail from then on
ALTER TABLE app.u RENAME COLUMN a TO "A b";

-- 4. rename column old to new of table app.u (alter table:app.u)
--    ! correctness, breaks-clients: renames column app.u.old to new: statements that still say app.u.old fail from then on
ALTER TABLE app.u RENAME COLUMN old TO new;

-- ==== down ====
-- batch, all or nothing

-- 1. rename table app.u to app.t (rename table:app.t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE app.u RENAME TO t;

-- 2. rename table Other to other (rename table:other)
--    ! correctness, breaks-clients: renames table Other to other: statements that still say Other fail from then on
ALTER TABLE public."Other" RENAME TO other;

-- 3. rename column A b to a of table app.t (alter table:app.t)
--    ! correctness, breaks-clients: renames column app.t.A b to a: statements that still say app.t.A b fail from then on
ALTER TABLE app.t RENAME COLUMN "A b" TO a;

-- 4. rename column new to old of table app.t (alter table:app.t)
--    ! correctness, breaks-clients: renames column app.t.new to old: statements that still say app.t.new fail from then on
ALTER TABLE app.t RENAME COLUMN new TO old;
