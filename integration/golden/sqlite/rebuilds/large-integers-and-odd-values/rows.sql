INSERT INTO odd VALUES (9223372036854775807, x'0001ff', 'nul' || char(0) || 'inside', 1e308), (-9223372036854775808, 1e999, '', -0.0), (NULL, NULL, NULL, NULL);
INSERT INTO odd VALUES ('not a number', '1', 'é 名 😀', 'text in a real column');
