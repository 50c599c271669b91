CREATE TABLE t (a int[], b text[] DEFAULT '{}', c numeric(10,2)[]);
