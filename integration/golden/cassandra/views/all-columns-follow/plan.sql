-- alter table:users
--   add-column columns.mail: mail text

-- ==== up ====
-- batch

-- 1. add mail to table users (alter table:users)
ALTER TABLE users ADD mail text;

-- ==== down ====
-- batch

-- 1. drop materialized view by_name (replace materialized-view:by_name)
--    ! correctness, drops-view: drops materialized view by_name: statements that use it fail from then on
--    ! correctness, gone-meanwhile: materialized view by_name is gone from here until a later step brings it back, and others see that: the two do not commit together
DROP MATERIALIZED VIEW by_name;
-- batch

-- 2. drop mail from table users (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
ALTER TABLE users DROP mail;
-- batch

-- 3. create materialized view by_name (replace materialized-view:by_name)
--    ! slow, builds-view: reads all rows of users to fill by_name, and writes to users become slower
CREATE MATERIALIZED VIEW by_name AS
  SELECT *
  FROM users
  WHERE id IS NOT NULL AND name IS NOT NULL
  PRIMARY KEY (name, id);
