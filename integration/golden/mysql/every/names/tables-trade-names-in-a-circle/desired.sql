-- @renamed from=c
CREATE TABLE a (id INT PRIMARY KEY);
-- @renamed from=a
CREATE TABLE b (id INT PRIMARY KEY);
-- @renamed from=b
CREATE TABLE c (id INT PRIMARY KEY, a INT, KEY a (a), CONSTRAINT b_a FOREIGN KEY (a) REFERENCES b (id));
