CREATE TABLE people (id int PRIMARY KEY, name varchar(40));
CREATE PROCEDURE called (IN person ROW (id int, name enum('a', 'b,c')), IN other ROW TYPE OF people) SELECT person.id;
