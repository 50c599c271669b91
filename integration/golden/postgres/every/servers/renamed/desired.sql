CREATE EXTENSION postgres_fdw;
CREATE SERVER "we""ird Näme" FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'there');
