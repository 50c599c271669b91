-- alter table:users
--   drop-column columns.mail: "mail" TEXT
-- replace view:both: it names what is not there
-- replace view:named: it names what is not there
-- replace view:on_a_broken_one: it names what is not there
-- replace view:two_meanings: it names what is not there
-- replace view:without_its_column: it names what is not there

-- ==== up ====
-- batch, all or nothing

-- 1. drop view both (replace view:both)
DROP VIEW "both";

-- 2. drop view named (replace view:named)
DROP VIEW "named";

-- 3. drop view on_a_broken_one (replace view:on_a_broken_one)
DROP VIEW "on_a_broken_one";

-- 4. drop view two_meanings (replace view:two_meanings)
DROP VIEW "two_meanings";

-- 5. drop view without_its_column (replace view:without_its_column)
DROP VIEW "without_its_column";

-- 6. drop column users.mail (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "mail";

-- 7. create view both (replace view:both)
CREATE VIEW "both" AS
SELECT of_the_application(total), gone FROM orders;

-- 8. create view named (replace view:named)
CREATE VIEW "named" ("a") AS
SELECT orders.gone FROM orders;

-- 9. create view two_meanings (replace view:two_meanings)
CREATE VIEW "two_meanings" AS
SELECT total FROM orders AS a, orders AS b;

-- 10. create view without_its_column (replace view:without_its_column)
CREATE VIEW "without_its_column" AS
SELECT gone FROM orders;

-- 11. create view on_a_broken_one (replace view:on_a_broken_one)
CREATE VIEW "on_a_broken_one" AS
SELECT * FROM without_its_column;

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. add column users.mail (alter table:users)
ALTER TABLE "users" ADD COLUMN "mail" TEXT;
