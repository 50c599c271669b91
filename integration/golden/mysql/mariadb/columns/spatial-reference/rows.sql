INSERT INTO places (id, at) VALUES (1, ST_GeomFromText('POINT(1 2)', 4326));
