CREATE TABLE boxes (w REAL NOT NULL DEFAULT 1, h REAL, area REAL AS (w * h) STORED, shown TEXT AS ('area ' || area) VIRTUAL, CHECK (h > 0));
