CREATE TABLE stays (id int);
CREATE DOMAIN d AS text DEFAULT 'x';
CREATE DOMAIN without AS d;
ALTER DOMAIN without DROP DEFAULT;
CREATE DOMAIN with_it AS d;
CREATE TABLE t (a without, b with_it);
