-- create aggregate:total(int)
-- create function:plus(int, int)
-- create materialized-view:users_by_mail
-- create materialized-view:winners

-- ==== up ====
-- batch

-- 1. create function plus(int, int) (create function:plus(int, int))
CREATE FUNCTION plus(a int, b int)
  CALLED ON NULL INPUT
  RETURNS int
  LANGUAGE java
  AS $$ return a == null ? b : b == null ? a : Integer.valueOf(a + b); $$;
-- batch

-- 2. create aggregate total(int) (create aggregate:total(int))
CREATE AGGREGATE total(int)
  SFUNC plus
  STYPE int
  INITCOND 0;
-- batch

-- 3. create materialized view users_by_mail (create materialized-view:users_by_mail)
--    ! slow, builds-view: reads all rows of users to fill users_by_mail, and writes to users become slower
CREATE MATERIALIZED VIEW users_by_mail AS
  SELECT id, mail, score
  FROM users
  WHERE mail IS NOT NULL AND id IS NOT NULL
  PRIMARY KEY (mail, id)
  WITH CLUSTERING ORDER BY (id DESC)
  AND comment = 'who wrote';
-- batch

-- 4. create materialized view winners (create materialized-view:winners)
--    ! slow, builds-view: reads all rows of users to fill winners, and writes to users become slower
CREATE MATERIALIZED VIEW winners AS
  SELECT *
  FROM users
  WHERE id >= 10 AND id IS NOT NULL AND score IS NOT NULL
  PRIMARY KEY (score, id);

-- ==== down ====
-- batch

-- 1. drop aggregate total(int) (drop aggregate:total(int))
--    ! correctness, drops-function: drops aggregate total(int): statements that call it fail from then on
DROP AGGREGATE total(int);
-- batch

-- 2. drop function plus(int, int) (drop function:plus(int, int))
--    ! correctness, drops-function: drops function plus(int, int): statements that call it fail from then on
DROP FUNCTION plus(int, int);
-- batch

-- 3. drop materialized view users_by_mail (drop materialized-view:users_by_mail)
--    ! correctness, drops-view: drops materialized view users_by_mail: statements that use it fail from then on
DROP MATERIALIZED VIEW users_by_mail;
-- batch

-- 4. drop materialized view winners (drop materialized-view:winners)
--    ! correctness, drops-view: drops materialized view winners: statements that use it fail from then on
DROP MATERIALIZED VIEW winners;
