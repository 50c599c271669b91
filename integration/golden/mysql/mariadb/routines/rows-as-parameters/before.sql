CREATE TABLE people (id int PRIMARY KEY, name varchar(40));
CREATE PROCEDURE called (IN person ROW (id int, name varchar(40)), IN other ROW TYPE OF people) SELECT person.id;
