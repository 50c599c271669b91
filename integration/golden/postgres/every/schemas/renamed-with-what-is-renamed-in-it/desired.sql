-- @renamed from=s
CREATE SCHEMA "S-2";
-- @renamed from=t
CREATE TABLE "S-2".u (id int CONSTRAINT t_pkey PRIMARY KEY,
  -- @renamed from=a
  b int);
-- @renamed from=f
CREATE FUNCTION "S-2".g() RETURNS int LANGUAGE sql AS 'SELECT 1';
