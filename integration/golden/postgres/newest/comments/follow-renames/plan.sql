-- rename index:app.New from index:app.i
-- alter postgres/comment:app.New.index
--   change-comment text: an index → another text
-- rename table:app.T from table:app.t
-- alter table:app.T
--   rename-column columns.A: a → A
-- alter view:v
--   rename-column columns.other: a → other
--   change-query select:  SELECT a\n   FROM app.t; →  SELECT "A" AS other\n   FROM app."T";

-- ==== up ====
-- batch, all or nothing

-- 1. rename table app.t to app.T (rename table:app.T)
--    ! correctness, breaks-clients: renames table t to T: statements that still say t fail from then on
ALTER TABLE app.t RENAME TO "T";

-- 2. rename column a to A of table app.T (alter table:app.T)
--    ! correctness, breaks-clients: renames column app.T.a to A: statements that still say app.T.a fail from then on
ALTER TABLE app."T" RENAME COLUMN a TO "A";

-- 3. rename index app.i to app.New (rename index:app.New)
ALTER INDEX app.i RENAME TO "New";

-- 4. comment on index app.New (alter postgres/comment:app.New.index)
COMMENT ON INDEX app."New" IS 'another text';

-- 5. rename column a to other of view v (alter view:v)
--    ! correctness, breaks-clients: renames column v.a to other: statements that still say v.a fail from then on
ALTER VIEW public.v RENAME COLUMN a TO other;

-- 6. change the query of view v (alter view:v)
CREATE OR REPLACE VIEW public.v (other) AS
 SELECT "A" AS other
   FROM app."T";

-- ==== down ====
-- batch, all or nothing

-- 1. rename table app.T to app.t (rename table:app.t)
--    ! correctness, breaks-clients: renames table T to t: statements that still say T fail from then on
ALTER TABLE app."T" RENAME TO t;

-- 2. rename column A to a of table app.t (alter table:app.t)
--    ! correctness, breaks-clients: renames column app.t.A to a: statements that still say app.t.A fail from then on
ALTER TABLE app.t RENAME COLUMN "A" TO a;

-- 3. rename index app.New to app.i (rename index:app.i)
ALTER INDEX app."New" RENAME TO i;

-- 4. comment on index app.i (alter postgres/comment:app.i.index)
COMMENT ON INDEX app.i IS 'an index';

-- 5. rename column other to a of view v (alter view:v)
--    ! correctness, breaks-clients: renames column v.other to a: statements that still say v.other fail from then on
ALTER VIEW public.v RENAME COLUMN other TO a;

-- 6. change the query of view v (alter view:v)
CREATE OR REPLACE VIEW public.v (a) AS
 SELECT a
   FROM app.t;
