-- alter table:Users
--   add-column columns.größe: "größe" int
--   add-column columns.select: "select" int

-- ==== up ====
-- batch

-- 1. add größe and select to table Users (alter table:Users)
ALTER TABLE "Users" ADD ("größe" int, "select" int);

-- ==== down ====
-- batch

-- 1. drop größe and select from table Users (alter table:Users)
--    ! data-loss, drops-column: drops column Users.größe with all of its values [irreversible]
--    ! data-loss, drops-column: drops column Users.select with all of its values [irreversible]
ALTER TABLE "Users" DROP ("größe", "select");
