CREATE SCHEMA "a b";
CREATE PROCEDURE "a b"."we""ird Näme"("revoke" int) LANGUAGE plpgsql AS 'BEGIN END';
