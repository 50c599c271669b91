CREATE TABLE m (id int, at int, n int, CONSTRAINT positive CHECK (id > 0)) PARTITION BY RANGE (at);
CREATE INDEX m_at ON m (at);
CREATE TABLE joins PARTITION OF m FOR VALUES FROM (1) TO (2);
CREATE TABLE leaves (id int, at int);
