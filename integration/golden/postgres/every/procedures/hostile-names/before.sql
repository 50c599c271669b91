CREATE SCHEMA "a b";
CREATE PROCEDURE "a b"."we""ird Näme"("grant" int) LANGUAGE plpgsql AS 'BEGIN END';
