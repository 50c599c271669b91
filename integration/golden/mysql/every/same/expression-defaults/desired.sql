CREATE TABLE t (a INT PRIMARY KEY, b VARCHAR(36) DEFAULT ((uuid())), c INT DEFAULT ((1+2)), d VARCHAR(20) DEFAULT (concat('a','b''c','\\')), e TEXT DEFAULT (('x')));
