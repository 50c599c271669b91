CREATE DOMAIN named AS text CONSTRAINT "new" NOT NULL;
CREATE DOMAIN unnamed AS text NOT NULL;
CREATE DOMAIN becomes AS text CONSTRAINT mine NOT NULL;
CREATE DOMAIN loses AS text NOT NULL;
CREATE DOMAIN comes AS text CONSTRAINT mine NOT NULL;
CREATE DOMAIN goes AS text;
CREATE DOMAIN anew AS text CONSTRAINT mine NOT NULL;
-- @renamed from=first
CREATE DOMAIN second AS text CONSTRAINT other NOT NULL CHECK (VALUE <> '');
CREATE DOMAIN renamed AS text CONSTRAINT mine NOT NULL;
CREATE DOMAIN a_name_that_is_so_long_that_there_is_no_room_for_more_beside_it AS text NOT NULL;
CREATE DOMAIN new_one AS text CONSTRAINT mine NOT NULL;
CREATE TABLE t (a named, b becomes, c comes, d anew, e renamed);
