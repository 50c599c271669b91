CREATE PROCEDURE greet (IN name varchar(20), IN word varchar(20) DEFAULT 'that''s, (', IN times int DEFAULT 1 + greatest(1, 2)) SELECT word;
CREATE FUNCTION one (number int) RETURNS int DETERMINISTIC RETURN number;
