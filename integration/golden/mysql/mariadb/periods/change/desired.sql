CREATE TABLE stays (
  room INT NOT NULL,
  -- @renamed from=since
  starts DATE NOT NULL,
  until DATE NOT NULL,
  paid DATE NOT NULL,
  note VARCHAR(20) DEFAULT 'x',
  PERIOD FOR charged (starts, paid),
  PRIMARY KEY (room, charged WITHOUT OVERLAPS),
  KEY by_note (note)
);
