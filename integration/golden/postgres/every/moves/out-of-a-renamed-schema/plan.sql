-- rename schema:b from schema:a
-- rename table:b.comes from table:c.comes
-- rename table:c.goes from table:a.goes

-- ==== up ====
-- batch, all or nothing

-- 1. rename schema a to b (rename schema:b)
--    ! correctness, breaks-clients: renames schema a to b: statements that still say a fail from then on
ALTER SCHEMA a RENAME TO b;

-- 2. move table c.comes to b.comes (rename table:b.comes)
--    ! correctness, breaks-clients: moves table c.comes to b.comes: statements that still say c.comes fail from then on
ALTER TABLE c.comes SET SCHEMA b;

-- 3. move table b.goes to c.goes (rename table:c.goes)
--    ! correctness, breaks-clients: moves table b.goes to c.goes: statements that still say b.goes fail from then on
ALTER TABLE b.goes SET SCHEMA c;

-- ==== down ====
-- batch, all or nothing

-- 1. rename schema b to a (rename schema:a)
--    ! correctness, breaks-clients: renames schema b to a: statements that still say b fail from then on
ALTER SCHEMA b RENAME TO a;

-- 2. move table c.goes to a.goes (rename table:a.goes)
--    ! correctness, breaks-clients: moves table c.goes to a.goes: statements that still say c.goes fail from then on
ALTER TABLE c.goes SET SCHEMA a;

-- 3. move table a.comes to c.comes (rename table:c.comes)
--    ! correctness, breaks-clients: moves table a.comes to c.comes: statements that still say a.comes fail from then on
ALTER TABLE a.comes SET SCHEMA c;
