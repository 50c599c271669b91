CREATE TABLE t (id int PRIMARY KEY, kept varchar(20) DEFAULT 'y', fresh timestamptz NOT NULL DEFAULT now());
