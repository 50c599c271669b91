CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, name TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER);
CREATE VIEW without_its_column AS SELECT gone FROM orders;
CREATE VIEW on_a_broken_one AS SELECT * FROM without_its_column;
CREATE VIEW named (a) AS SELECT orders.gone FROM orders;
CREATE VIEW two_meanings AS SELECT total FROM orders AS a, orders AS b;
CREATE VIEW of_an_application AS SELECT of_the_application(total) FROM orders;
CREATE VIEW both AS SELECT of_the_application(total), gone FROM orders;
