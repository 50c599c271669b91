CREATE TABLE t (a bigint[], b varchar(9)[], c text);
