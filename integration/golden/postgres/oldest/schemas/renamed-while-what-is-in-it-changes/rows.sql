INSERT INTO a.stays VALUES (1, 2);
INSERT INTO beside VALUES (1, 'calm');
