CREATE TABLE m (id int NOT NULL, at int NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE leaves (id int, at int, n int, PRIMARY KEY (id, at), CONSTRAINT positive CHECK (n > 0));
CREATE INDEX leaves_kept ON leaves (n);
CREATE TABLE stays PARTITION OF m FOR VALUES FROM (2) TO (3);
CREATE TABLE joins PARTITION OF m FOR VALUES FROM (3) TO (4);
