CREATE SCHEMA "a b";
CREATE DOMAIN "a b"."or" AS int DEFAULT 2 CONSTRAINT "wa s" CHECK (VALUE > 0);
CREATE TABLE t ("x y" "a b"."or", "z" "a b"."or"[]);
