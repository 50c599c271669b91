CREATE TYPE pair AS (a int, b text);
CREATE TABLE old_name (id int, p pair, twice bigint GENERATED ALWAYS AS ((p).a * 2) STORED);
