CREATE EXTENSION postgres_fdw;
CREATE SERVER far TYPE 'x' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'there');
CREATE FOREIGN TABLE ft (a int) SERVER far;
