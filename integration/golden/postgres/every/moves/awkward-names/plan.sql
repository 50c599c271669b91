-- rename postgres/constraint:Neuer Läden.from.from_pkey from postgres/constraint:Old "Shop.select.select_pkey
-- create schema:Neuer Läden
-- rename sequence:Neuer Läden.from_or der_seq from sequence:Old "Shop.select_or der_seq
-- rename table:Neuer Läden.from from table:Old "Shop.select

-- ==== up ====
-- batch, all or nothing

-- 1. create schema Neuer Läden (create schema:Neuer Läden)
CREATE SCHEMA "Neuer Läden";

-- 2. move table Old "Shop.select to Neuer Läden.from (rename table:Neuer Läden.from)
--    ! correctness, breaks-clients: moves table Old "Shop.select to Neuer Läden.from: statements that still say Old "Shop.select fail from then on
ALTER TABLE "Old ""Shop"."select" SET SCHEMA "Neuer Läden";
ALTER TABLE "Neuer Läden"."select" RENAME TO "from";

-- 3. rename constraint select_pkey to from_pkey (rename postgres/constraint:Neuer Läden.from.from_pkey)
ALTER TABLE "Neuer Läden"."from" RENAME CONSTRAINT select_pkey TO from_pkey;

-- 4. rename sequence Neuer Läden.select_or der_seq to Neuer Läden.from_or der_seq (rename sequence:Neuer Läden.from_or der_seq)
--    ! correctness, breaks-clients: renames sequence select_or der_seq to from_or der_seq: statements that still say select_or der_seq fail from then on
ALTER SEQUENCE "Neuer Läden"."select_or der_seq" RENAME TO "from_or der_seq";

-- ==== down ====
-- batch, all or nothing

-- 1. move table Neuer Läden.from to Old "Shop.select (rename table:Old "Shop.select)
--    ! correctness, breaks-clients: moves table Neuer Läden.from to Old "Shop.select: statements that still say Neuer Läden.from fail from then on
ALTER TABLE "Neuer Läden"."from" SET SCHEMA "Old ""Shop";
ALTER TABLE "Old ""Shop"."from" RENAME TO "select";

-- 2. rename constraint from_pkey to select_pkey (rename postgres/constraint:Old "Shop.select.select_pkey)
ALTER TABLE "Old ""Shop"."select" RENAME CONSTRAINT from_pkey TO select_pkey;

-- 3. rename sequence Old "Shop.from_or der_seq to Old "Shop.select_or der_seq (rename sequence:Old "Shop.select_or der_seq)
--    ! correctness, breaks-clients: renames sequence from_or der_seq to select_or der_seq: statements that still say from_or der_seq fail from then on
ALTER SEQUENCE "Old ""Shop"."from_or der_seq" RENAME TO "select_or der_seq";

-- 4. drop schema Neuer Läden (drop schema:Neuer Läden)
DROP SCHEMA "Neuer Läden";
