CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a VARCHAR(40), b INT, c TEXT, UNIQUE KEY first (b), KEY second (a(10) DESC, b), KEY other_second (a(10), b), FULLTEXT KEY texts (c));
