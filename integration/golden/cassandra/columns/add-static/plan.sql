-- alter table:bills
--   add-column columns.balance: balance decimal static

-- ==== up ====
-- batch

-- 1. add balance to table bills (alter table:bills)
ALTER TABLE bills ADD balance decimal static;

-- ==== down ====
-- batch

-- 1. drop balance from table bills (alter table:bills)
--    ! data-loss, drops-column: drops column bills.balance with all of its values [irreversible]
ALTER TABLE bills DROP balance;
