CREATE TABLE users (id int PRIMARY KEY, name text); CREATE CUSTOM INDEX by_name ON users (name) USING 'org.apache.cassandra.index.sasi.SASIIndex' WITH OPTIONS = {'mode': 'CONTAINS'};
