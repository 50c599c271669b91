SET sql_mode = ORACLE;
CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(20));
CREATE PACKAGE p AS FUNCTION one RETURN INT; END;
CREATE PACKAGE BODY p AS FUNCTION one RETURN INT AS BEGIN RETURN 1; END; END;
CREATE VIEW v AS
SELECT p.one() AS one, a || 'x' AS both_of_oracle, CONCAT(a, LENGTH(a)) AS called_of_oracle, TRIM(LEADING 'x' FROM SUBSTR(a, 1)) AS cut,
  mariadb_schema.CONCAT(a, 'y') AS called_of_mariadb, mariadb_schema.REPLACE(a, 'concat(', 'y') AS replaced, CAST(a AS DATE) AS day
FROM t;
