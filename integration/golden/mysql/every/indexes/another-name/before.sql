CREATE TABLE t (id INT NOT NULL PRIMARY KEY, a VARCHAR(40), b INT, c TEXT, UNIQUE KEY one (b), KEY two (a(10) DESC, b), KEY other_two (a(10), b), FULLTEXT KEY words (c));
