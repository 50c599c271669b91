CREATE TABLE users (id int PRIMARY KEY, age int);
CREATE VIEW tmp_ages AS SELECT age, age + 1 AS next FROM users;
