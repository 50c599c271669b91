CREATE EXTENSION postgres_fdw;
CREATE SERVER far TYPE 'warehouse' VERSION '9' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'it''s far', fetch_size '500');
