-- renames
-- state.new=state.fresh

-- before
CREATE TYPE public.state AS ENUM ('new', 'done');

-- after
CREATE TYPE public.state AS ENUM ('fresh', 'done');

-- up
-- correctness breaks-clients: renames enum value new to fresh: statements that still say new fail from then on
ALTER TYPE public.state RENAME VALUE 'new' TO 'fresh';

-- down
-- correctness breaks-clients: renames enum value fresh to new: statements that still say fresh fail from then on
ALTER TYPE public.state RENAME VALUE 'fresh' TO 'new';
