-- @renamed from=b
CREATE TABLE a (id INT PRIMARY KEY, y INT);
-- @renamed from=a
CREATE TABLE b (id INT PRIMARY KEY, x INT);
