CREATE SCHEMA "ext s";
CREATE EXTENSION "uuid-ossp" SCHEMA "ext s";
CREATE TABLE t (a text, b uuid DEFAULT "ext s".uuid_nil());
