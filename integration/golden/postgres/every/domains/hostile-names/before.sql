CREATE SCHEMA "a b";
CREATE DOMAIN "a b"."or" AS int CONSTRAINT "i""s" CHECK (VALUE > 0);
CREATE TABLE t ("x y" "a b"."or");
