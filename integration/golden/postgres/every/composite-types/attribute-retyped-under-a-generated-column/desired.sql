CREATE TYPE pair AS (a bigint, b text);
-- @renamed from=old_name
CREATE TABLE t (id int, p pair, twice bigint GENERATED ALWAYS AS ((p).a * 2) STORED);
