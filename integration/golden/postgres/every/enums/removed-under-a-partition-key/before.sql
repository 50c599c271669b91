CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood) PARTITION BY LIST (m);
CREATE TABLE t_ok PARTITION OF t FOR VALUES IN ('ok');
