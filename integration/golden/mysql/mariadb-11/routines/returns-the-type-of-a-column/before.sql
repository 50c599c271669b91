CREATE TABLE people (id int PRIMARY KEY, name varchar(40));
CREATE FUNCTION named (name TYPE OF people.name) RETURNS TYPE OF people.name DETERMINISTIC RETURN name;
