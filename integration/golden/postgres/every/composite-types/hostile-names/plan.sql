-- alter postgres/composite-type:a b.or
--   add-attribute attributes.we"ird Näme: "we""ird Näme" text
-- create table:a b.t

-- ==== up ====
-- batch, all or nothing

-- 1. add attribute we"ird Näme of composite type a b.or (alter postgres/composite-type:a b.or)
ALTER TYPE "a b"."or" ADD ATTRIBUTE "we""ird Näme" text;

-- 2. create table a b.t (create table:a b.t)
CREATE TABLE "a b".t (
  x "a b"."or"
);

-- ==== down ====
-- batch, all or nothing

-- 1. drop table a b.t (drop table:a b.t)
--    ! data-loss, drops-table: drops table a b.t with all of its rows [irreversible]
DROP TABLE "a b".t;

-- 2. drop attribute we"ird Näme of composite type a b.or (alter postgres/composite-type:a b.or)
--    ! data-loss, drops-column: drops attribute we"ird Näme of type a b.or, and what the values of a b.t.x hold for it [irreversible]
ALTER TYPE "a b"."or" DROP ATTRIBUTE "we""ird Näme";
