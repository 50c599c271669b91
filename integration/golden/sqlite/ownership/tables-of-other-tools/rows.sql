INSERT INTO users VALUES (1);
INSERT INTO schema_migrations VALUES ('1');
