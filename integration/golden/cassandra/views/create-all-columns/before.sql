CREATE TABLE events (device uuid, day date, at timestamp, kind text, note text, PRIMARY KEY ((device, day), at, kind)) WITH CLUSTERING ORDER BY (at DESC, kind ASC);
