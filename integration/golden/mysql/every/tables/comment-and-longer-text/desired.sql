CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20), b INT, -- @renamed from=b
KEY c (b)) COMMENT='new';
