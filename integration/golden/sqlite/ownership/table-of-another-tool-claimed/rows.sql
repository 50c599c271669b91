INSERT INTO schema_migrations VALUES ('1');
