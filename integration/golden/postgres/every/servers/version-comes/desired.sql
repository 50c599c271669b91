CREATE EXTENSION postgres_fdw;
CREATE SERVER far VERSION '2' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'there');
