INSERT INTO größen VALUES (1, 'ä', '😀');
