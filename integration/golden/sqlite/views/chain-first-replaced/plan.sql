-- replace view:a: SQLite cannot alter a view
-- replace view:b: it cannot stay while view:a is replaced
-- replace view:c: it cannot stay while view:b is replaced

-- ==== up ====
-- batch, all or nothing

-- 1. drop view c (replace view:c)
DROP VIEW "c";

-- 2. drop view b (replace view:b)
DROP VIEW "b";

-- 3. drop view a (replace view:a)
DROP VIEW "a";

-- 4. create view a (replace view:a)
CREATE VIEW "a" AS
SELECT lower(email) AS email FROM users;

-- 5. create view b (replace view:b)
CREATE VIEW "b" AS
SELECT email FROM a;

-- 6. create view c (replace view:c)
CREATE VIEW "c" AS
SELECT email FROM b;

-- ==== down ====
-- batch, all or nothing

-- 1. drop view c (replace view:c)
DROP VIEW "c";

-- 2. drop view b (replace view:b)
DROP VIEW "b";

-- 3. drop view a (replace view:a)
DROP VIEW "a";

-- 4. create view a (replace view:a)
CREATE VIEW "a" AS
SELECT email FROM users;

-- 5. create view b (replace view:b)
CREATE VIEW "b" AS
SELECT email FROM a;

-- 6. create view c (replace view:c)
CREATE VIEW "c" AS
SELECT email FROM b;
