CREATE TABLE m (id int, a int, b int REFERENCES other, UNIQUE (id, a), CHECK (b > 0)) PARTITION BY LIST (a);
CREATE TABLE m_1 PARTITION OF m FOR VALUES IN (1);
CREATE TABLE other (id int PRIMARY KEY);
CREATE INDEX fresh ON m (b, id);
