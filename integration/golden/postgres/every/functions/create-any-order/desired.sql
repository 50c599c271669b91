CREATE TABLE u (n int DEFAULT next_n(), CHECK (fits(n)));
CREATE INDEX i ON u (fits(n));
CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE FUNCTION next_n() RETURNS int LANGUAGE sql AS 'SELECT max(id) + 1 FROM t';
CREATE FUNCTION fits(n int) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN n > 0;
END
$$;
