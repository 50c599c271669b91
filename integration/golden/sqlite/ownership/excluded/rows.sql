INSERT INTO tmp_import VALUES (1, 'x');
