CREATE TABLE m (id int, at int) PARTITION BY RANGE (at);
CREATE TABLE joins (id int, at int);
CREATE TABLE leaves PARTITION OF m FOR VALUES FROM (2) TO (3);
