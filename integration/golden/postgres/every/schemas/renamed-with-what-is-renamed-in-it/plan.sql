-- rename postgres/function:S-2.g() from postgres/function:s.f()
-- rename schema:S-2 from schema:s
-- rename table:S-2.u from table:s.t
-- alter table:S-2.u
--   rename-column columns.b: a → b

-- ==== up ====
-- batch, all or nothing

-- 1. rename schema s to S-2 (rename schema:S-2)
--    ! correctness, breaks-clients: renames schema s to S-2: statements that still say s fail from then on
ALTER SCHEMA s RENAME TO "S-2";

-- 2. rename function S-2.f() to S-2.g() (rename postgres/function:S-2.g())
--    ! correctness, breaks-clients: renames function f to g: statements that still say f fail from then on
ALTER FUNCTION "S-2".f() RENAME TO g;

-- 3. rename table S-2.t to S-2.u (rename table:S-2.u)
--    ! correctness, breaks-clients: renames table t to u: statements that still say t fail from then on
ALTER TABLE "S-2".t RENAME TO u;

-- 4. rename column a to b of table S-2.u (alter table:S-2.u)
--    ! correctness, breaks-clients: renames column S-2.u.a to b: statements that still say S-2.u.a fail from then on
ALTER TABLE "S-2".u RENAME COLUMN a TO b;

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema S-2 to s (rename schema:s)
--    ! correctness, breaks-clients: renames schema S-2 to s: statements that still say S-2 fail from then on
ALTER SCHEMA "S-2" RENAME TO s;

-- 2. rename function s.g() to s.f() (rename postgres/function:s.f())
--    ! correctness, breaks-clients: renames function g to f: statements that still say g fail from then on
ALTER FUNCTION s.g() RENAME TO f;

-- 3. rename table s.u to s.t (rename table:s.t)
--    ! correctness, breaks-clients: renames table u to t: statements that still say u fail from then on
ALTER TABLE s.u RENAME TO t;

-- 4. rename column b to a of table s.t (alter table:s.t)
--    ! correctness, breaks-clients: renames column s.t.b to a: statements that still say s.t.b fail from then on
ALTER TABLE s.t RENAME COLUMN b TO a;
