-- alter table:orders
--   rename-column columns.amount: total → amount
-- alter table:users
--   drop-column columns.mail: "mail" TEXT
-- replace trigger:tmp_trigger: it names what is not there
-- replace view:tmp_view: it names what is not there
-- left alone: trigger tmp_trigger: excluded by tmp_*
-- left alone: view tmp_view: excluded by tmp_*

-- ==== up ====
-- batch, all or nothing

-- 1. drop trigger tmp_trigger (replace trigger:tmp_trigger)
DROP TRIGGER "tmp_trigger";

-- 2. drop view tmp_view (replace view:tmp_view)
DROP VIEW "tmp_view";

-- 3. rename column total to amount in table orders (alter table:orders)
--    ! correctness, breaks-clients: renames column orders.total to amount: statements that use the old name fail from then on
ALTER TABLE "orders" RENAME COLUMN "total" TO amount;

-- 4. drop column users.mail (alter table:users)
--    ! data-loss, drops-column: drops column users.mail with all of its values [irreversible]
--    ! rewrite, rewrites-table: writes every row of users again
ALTER TABLE "users" DROP COLUMN "mail";

-- 5. create trigger tmp_trigger (replace trigger:tmp_trigger)
CREATE TRIGGER tmp_trigger AFTER INSERT ON orders BEGIN
  SELECT new.gone;
END;

-- 6. create view tmp_view (replace view:tmp_view)
CREATE VIEW tmp_view AS SELECT gone FROM orders;

-- The way down does not bring back:
--   alter table:users: drops column users.mail with all of its values

-- ==== down ====
-- batch, all or nothing

-- 1. drop trigger tmp_trigger (replace trigger:tmp_trigger)
DROP TRIGGER "tmp_trigger";

-- 2. drop view tmp_view (replace view:tmp_view)
DROP VIEW "tmp_view";

-- 3. rename column amount to total in table orders (alter table:orders)
--    ! correctness, breaks-clients: renames column orders.amount to total: statements that use the old name fail from then on
ALTER TABLE "orders" RENAME COLUMN "amount" TO total;

-- 4. add column users.mail (alter table:users)
ALTER TABLE "users" ADD COLUMN "mail" TEXT;

-- 5. create trigger tmp_trigger (replace trigger:tmp_trigger)
CREATE TRIGGER tmp_trigger AFTER INSERT ON orders BEGIN
  SELECT new.gone;
END;

-- 6. create view tmp_view (replace view:tmp_view)
CREATE VIEW tmp_view AS SELECT gone FROM orders;
