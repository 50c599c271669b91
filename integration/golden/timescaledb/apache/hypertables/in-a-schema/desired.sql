CREATE SCHEMA app;
CREATE TABLE app.m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('app.m', 'time');
CREATE VIEW app.latest AS SELECT device, max(time) AS at FROM app.m GROUP BY device;
