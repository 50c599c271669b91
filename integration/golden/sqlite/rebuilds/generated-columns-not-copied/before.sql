CREATE TABLE boxes (w REAL, h REAL, area REAL AS (w * h) STORED, shown TEXT AS ('area ' || area) VIRTUAL);
