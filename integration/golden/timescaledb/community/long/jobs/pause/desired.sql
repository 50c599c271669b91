CREATE PROCEDURE tidy(job_id int, config jsonb) LANGUAGE plpgsql AS 'BEGIN NULL; END';
SELECT add_job('tidy', '1 day', scheduled => false);
