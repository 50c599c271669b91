INSERT INTO users VALUES (1, 'a');
INSERT INTO _schema_sync_new_users VALUES (1, 'a');
