CREATE DOMAIN positive AS bigint CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, a positive DEFAULT 1);
